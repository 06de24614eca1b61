//! What a plan calls its leading, responsible and supporting units, and what an item waits for.

use super::{Lang, terms};
use crate::model::{ItemIx, Roles, UnitIx, UnitRole, Workspace};

words! { lang;
    /// What a role is called where the plan does not say.
    fn usual(role: UnitRole, are_three: bool) {
        match (role, are_three) {
            (UnitRole::Lead, true) => { "牵头单位", "lead" }
            (UnitRole::Lead, false) => { "责任单位", "lead" }
            (UnitRole::Responsible, _) => { "责任单位", "responsible" }
            (UnitRole::Support, _) => { "配合单位", "support" }
        }
    }
}

say! { lang;
    fn part(role: &str, units: &str) { "{role}：{units}", "{role}: {units}" }

    /// The units of an item by their roles, in an official letter or on a form.
    pub fn units(roles: &[(String, String)]) {
        let roles = self::roles(roles, lang);
        "{roles}。", "{roles}."
    }

    /// Units of the rank between lead and support that have no share of their own.
    fn only_shown(role: &str) { "{role}（只列出，不核算）", "{role} (shown, not judged)" }

    /// That a share is one of several, and in which role its unit has it.
    pub fn joint(roles: &str, unit: &str, role: &str) {
        "本事项由几个单位分别承担（{roles}），各按本单位的月报分别核算；下面只说{unit}（{role}）这一家。",
        "Several units answer for this item ({roles}); each is assessed on its own reports. What follows is about {unit} ({role}) only."
    }

    /// What has to be done before, and where that stands; empty where nothing does.
    pub fn awaited(items: &[String]) {
        let items = lang.list(items);
        "先后关系：方案要求先做{items}；仅供参考，不影响结论。",
        "Order of work: the plan asks for {items} first; this is for information, no verdict depends on it."
    }

    /// An item that has to be done before: 10.1 管网建设（区住建局：已完成）
    pub fn awaited_item(item: &str, title: &str, stand: &[String]) {
        let stand = terms::bracketed(&lang.list(stand), lang);
        "{item} {title}{stand}", "{item} {title}{stand}"
    }

    fn with_role(unit: &str, role: &str) { "{unit}（{role}）", "{unit} ({role})" }

    /// How one of its units stands.
    pub fn stands(unit: &str, stands: &str) { "{unit}：{stands}", "{unit}: {stands}" }
}

/// What a plan calls a role: 牵头单位.
pub fn role(roles: &Roles, role: UnitRole, lang: Lang) -> String {
    let own = roles.own(role);
    if own.is_empty() { usual(role, roles.are_three, lang).to_owned() } else { own.to_owned() }
}

/// A unit that answers for an item; with its role, where the plan has more than leading and supporting units.
pub fn answering(workspace: &Workspace, item: ItemIx, unit: UnitIx, lang: Lang) -> String {
    let name = &workspace.unit(unit).name;
    let roles = &workspace.plan.roles;
    if !roles.are_three {
        return name.clone();
    }
    with_role(name, &role(roles, workspace.item(item).role_of(unit), lang), lang)
}

/// The units of an item by their roles, those that support with what they have to do; roles that nobody has are left out.
pub fn named(workspace: &Workspace, item: ItemIx, lang: Lang) -> Vec<(String, String)> {
    let of = workspace.item(item);
    let called = |of: UnitRole| role(&workspace.plan.roles, of, lang);
    let names = |units: &[UnitIx]| lang.list(units.iter().map(|&unit| workspace.unit(unit).name.as_str()));
    let support = of.support.iter().map(|support| {
        let duty = terms::bracketed(&support.duty, lang);
        format!("{}{duty}", workspace.unit(support.unit).name)
    });
    let responsible = called(UnitRole::Responsible);
    let responsible = if of.judges_responsible { responsible } else { only_shown(&responsible, lang) };
    let all = [
        (called(UnitRole::Lead), names(&workspace.heads_of(item))),
        (responsible, names(&of.responsible)),
        (called(UnitRole::Support), lang.list(support)),
    ];
    all.into_iter().filter(|(_, units)| !units.is_empty()).collect()
}

/// The units by their roles, in one run: 牵头单位：区住建局；配合单位：区水利局（负责提供管网图）
pub fn roles(named: &[(String, String)], lang: Lang) -> String {
    let parts: Vec<String> = named.iter().map(|(role, units)| part(role, units, lang)).collect();
    parts.join(lang.pick("；", "; "))
}

/// Whether a form or a letter says who has which role: where there is more to say than who leads.
pub fn are_told(workspace: &Workspace, item: ItemIx) -> bool {
    let item = workspace.item(item);
    !item.responsible.is_empty() || item.support.iter().any(|support| !support.duty.is_empty())
}
