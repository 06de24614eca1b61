//! Six months of an office on the shipped plan: notices are drafted, issued, answered, objected to, withdrawn, lifted;
//! work is checked, an item is exempted, months are closed and one is opened again. After every step the pages say the
//! same as `escalate`.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "commands are run in a folder of their own; what they do not say is the failure that is looked for"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::Value;

use crate::folders::{copy, root};
use crate::program;

/// The office at its desk.
struct Office<'a> {
    folder: &'a Path,
}

/// Item and unit.
type Share = (String, String);

impl Office<'_> {
    fn run(&self, arguments: &[&str]) -> Output {
        let before = ["--lang", "zh", "-C", "data"];
        program::run(self.folder, &[&before, arguments].concat())
    }

    /// Runs a command that has to go well.
    fn does(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{arguments:?}: {said}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn refuses(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let said = self.does(&[arguments, &["--format", "json"]].concat());
        serde_json::from_str(&said).unwrap()
    }

    /// What `escalate` proposes: tier by share.
    fn proposed(&self, month: &str) -> BTreeMap<Share, String> {
        tiers(&self.json(&["escalate", "--month", month])["rows"])
    }

    /// That every page on a month proposes what `escalate` does.
    fn agree(&self, month: &str) {
        let proposed = self.proposed(month);
        let status = self.json(&["status", "--month", month]);
        assert_eq!(tiers(&status["rows"]), proposed);
        let bulletin = self.json(&["bulletin", "--month", month]);
        assert_eq!(tiers(&bulletin["rows"]), proposed);
        let public = self.json(&["bulletin", "--month", month, "--public"]);
        // No warning is public, and nothing that rests on silence before it was sent.
        let rows = list(&bulletin["rows"]).iter().filter(|row| {
            let notices = list(&row["notices"]).iter();
            let mut sent = notices.filter(|notice| notice["month"] == month && notice["standing"] != "withdrawn");
            let is_sent = sent.any(|notice| notice["tier"] != "warning");
            row["tier"] != "warning" && (row["presumed"] == false || is_sent)
        });
        let wanted = Value::Array(rows.cloned().collect());
        assert_eq!(tiers(&public["rows"]), tiers(&wanted));
        for (item, unit) in proposed.keys() {
            let explained = self.json(&["explain", item, "--unit", unit, "--month", month]);
            assert_eq!(
                tiers(&explained["rows"]).get(&(item.clone(), unit.clone())),
                proposed.get(&(item.clone(), unit.clone()))
            );
        }
        // What is drafted and what has been issued and still counts make up what is proposed.
        let drafted = self.drafted(month);
        let register = self.json(&["register", "--month", month]);
        let issued = list(&register["notices"])
            .iter()
            .filter(|notice| notice["month"] == month && notice["standing"] != "withdrawn");
        let mut covered: BTreeSet<Share> = drafted.keys().cloned().collect();
        for notice in issued {
            let unit = text(&notice["unit"]);
            let items = list(&notice["items"]).iter().map(text);
            covered.extend(items.map(|item| (item, unit.clone())));
        }
        // A notice whose share no longer has that tier is one to be lifted.
        let fallen = list(&register["to-lift"]).iter().flat_map(|one| list(&one["shares"]));
        for row in fallen.filter(|row| row["tier"].is_null()) {
            covered.remove(&(text(&row["item"]), text(&row["unit"])));
        }
        // What an exemption withholds is not proposed, and no notice of it is called one to be lifted.
        for row in list(&status["rows"]).iter().filter(|row| !row["exempt"]["tier"].is_null()) {
            covered.remove(&(text(&row["item"]), text(&row["unit"])));
        }
        let wanted: BTreeSet<Share> = proposed.keys().cloned().collect();
        assert_eq!(covered, wanted, "{month}");
        assert_eq!(tiers(&register["unissued"]), drafted, "{month}");
    }

    /// What notices would be drafted about: tier by share. Drafting leaves the register alone.
    fn drafted(&self, month: &str) -> BTreeMap<Share, String> {
        let folder = format!("letters-{month}");
        let before = self.register();
        let drafts = self.json(&["notice", "--month", month, "-o", &folder, "--replace"]);
        assert_eq!(self.register(), before);
        let mut drafted = BTreeMap::new();
        for draft in list(&drafts["drafts"]) {
            for item in list(&draft["items"]) {
                drafted.insert((text(item), text(&draft["unit"])), text(&draft["tier"]));
            }
            for file in list(&draft["files"]) {
                let bytes = fs::read(self.folder.join(&folder).join(text(file))).unwrap();
                assert!(!bytes.is_empty());
            }
        }
        drafted
    }

    /// Every file of the register.
    fn register(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        let folder = self.folder.join("data/register");
        let months = fs::read_dir(folder).into_iter().flatten();
        for month in months.map(|entry| entry.unwrap().path()) {
            for file in fs::read_dir(month).unwrap().map(|entry| entry.unwrap().path()) {
                files.insert(file.display().to_string(), fs::read(&file).unwrap());
            }
        }
        files
    }

    /// Issues everything that is drafted for a month; the numbers go on from `first`.
    fn issue_all(&self, month: &str, on: &str, first: usize) -> Vec<(String, Share)> {
        let mut groups: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
        for ((item, unit), tier) in self.drafted(month) {
            groups.entry((unit, tier)).or_default().push(item);
        }
        let mut issued = Vec::new();
        for (at, ((unit, tier), items)) in groups.into_iter().enumerate() {
            let number = format!("上水防办〔2022〕{}号", first + at);
            self.does(&[
                "notice",
                "issue",
                "--month",
                month,
                "--unit",
                &unit,
                "--tier",
                &tier,
                "--number",
                &number,
                "--on",
                on,
                "--approver",
                "区水污染防治工作领导小组",
            ]);
            issued.push((number, (items[0].clone(), unit)));
        }
        issued
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

/// The tiers of rows; rows without one are left out.
fn tiers(rows: &Value) -> BTreeMap<Share, String> {
    let rows = list(rows).iter();
    let rows = rows.filter(|row| !row["tier"].is_null());
    rows.map(|row| ((text(&row["item"]), text(&row["unit"])), text(&row["tier"]))).collect()
}

#[test]
fn six_months_of_decisions_agree_with_escalate() {
    let stage = tempfile::tempdir().unwrap();
    copy(&root().join("data"), &stage.path().join("data"));
    let office = Office { folder: stage.path() };
    let months = [
        ("2022-01", "2022-02-08"),
        ("2022-02", "2022-03-08"),
        ("2022-03", "2022-04-08"),
        ("2022-04", "2022-05-09"),
        ("2022-05", "2022-06-08"),
        ("2022-06", "2022-07-08"),
    ];
    let mut count = 0;
    let mut numbers = Vec::new();
    for (month, day) in months {
        office.agree(month);
        let issued = office.issue_all(month, day, count + 1);
        count += issued.len();
        office.agree(month);
        assert!(office.drafted(month).is_empty(), "{month}: everything was issued");
        numbers.extend(issued.into_iter().map(|(number, share)| (month, number, share)));
        // The month is closed once its notices are out.
        office.does(&["close", month, "--on", day]);
        assert!(office.does(&["check"]).contains("未发现问题"));
    }
    assert!(count > 8, "{count} notices in half a year");

    // The unit answers one, and the notice is lifted when it has caught up.
    let (_, answered, _) = &numbers[0];
    office.does(&["notice", "reply", answered, "--on", "2022-05-20", "--text", "倒排工期"]);
    office.does(&["notice", "lift", answered, "--on", "2022-07-20", "--because", "已完成"]);
    // Another is objected to and withdrawn: it no longer counts as sent, and the proposal is open again.
    let (month, contested, share) = numbers.last().unwrap();
    office.does(&["notice", "object", contested, "--on", "2022-07-12", "--text", "数据有误"]);
    office.does(&["notice", "decide", contested, "撤销", "--on", "2022-07-20"]);
    office.agree(month);
    assert!(office.drafted(month).contains_key(share));
    let listed = office.json(&["publicity"]);
    assert!(!listed.to_string().contains(contested), "never the withdrawn one");
    assert!(!listed.to_string().contains("\"warning\""), "never a warning");

    // What is claimed done is checked; the counts say so.
    let verified = |office: &Office<'_>| {
        let rows = office.json(&["status", "--month", "2022-06"]);
        let rows = list(&rows["rows"]).clone().into_iter();
        rows.filter(|row| row["verified"] == "passed").count()
    };
    assert_eq!(verified(&office), 0);
    office.does(&["register", "verify", "6.1", "--on", "2022-06-29", "--by", "区生态环境分局", "--outcome", "通过"]);
    assert_eq!(verified(&office), 1);

    // An exemption withholds the tier and nothing else. The verdict of a closed month is another now, and check says so.
    let before = office.json(&["status", "--month", "2022-06", "--task", "2"]);
    office.does(&[
        "register",
        "exempt",
        "2.1",
        "--from",
        "2022-06",
        "--until",
        "2022-08",
        "--reason",
        "汛期停工",
        "--reference",
        "上政办函〔2022〕18号",
        "--on",
        "2022-06-28",
    ]);
    let after = office.json(&["status", "--month", "2022-06", "--task", "2"]);
    let (before, after) = (&before["rows"][0], &after["rows"][0]);
    assert_eq!(before["lag"], after["lag"]);
    assert_eq!((before["tier"].as_str(), after["tier"].as_str()), (Some("criticism"), None));
    assert_eq!(after["exempt"]["tier"], "criticism");
    let checked = office.does(&["check"]);
    assert!(checked.contains("closed-verdict-differs") && checked.contains("2.1 housing"), "{checked}");
    assert!(checked.contains("register/2022-06/exemptions.toml"), "{checked}");
    let said = office.does(&["escalate", "--month", "2022-06"]);
    assert!(said.contains("1份结论现在不同"), "{said}");

    // Closed is closed, until it is opened again for a reason; then it is closed anew, and all is well.
    office.refuses(&["close", "2022-06", "--on", "2022-07-21"]);
    office.refuses(&["reopen", "2022-05", "--on", "2022-07-21", "--because", "更正"]);
    office.does(&["reopen", "2022-06", "--on", "2022-07-21", "--because", "补登豁免"]);
    office.does(&["close", "2022-06", "--on", "2022-07-22"]);
    assert!(office.does(&["check"]).contains("未发现问题"));
    office.agree("2022-06");

    assert!(office.does(&["fmt", "--check"]).contains("不用整理"));

    // The past is corrected: the report of May. Both months that rest on it are named.
    let report = stage.path().join("data/reports/2022-05/housing.toml");
    let text = fs::read_to_string(&report).unwrap();
    let entry = text.find("item = \"2.1\"").unwrap();
    let figure = entry + text[entry..].find("percent = ").unwrap() + "percent = ".len();
    let end = figure + text[figure..].find('\n').unwrap();
    let corrected = format!("{}40{}", &text[..figure], &text[end..]);
    fs::write(&report, corrected).unwrap();
    let output = office.run(&["check"]);
    let checked = String::from_utf8(output.stdout).unwrap();
    assert!(checked.contains("2022年5月已结账") && checked.contains("reports/2022-05/housing.toml"), "{checked}");
}
