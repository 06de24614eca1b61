//! Words about ranks.

words! { lang;
    /// How units are ranked; with kinds of its own a plan has more sorts of units than two.
    pub fn ranked_by(has_kinds: bool) {
        if has_kinds => {
            "只排有到期要求的单位，各类单位分开；先看最重档次，再看有档次份数，再看按序时份数占有要求份数的比例；相同的并列。",
            "Only units with something due by now are ranked, each kind separately: by worst tier, then by the number of shares with a tier, then by the proportion on schedule; units that tie share a place."
        }
        "只排有到期要求的单位，部门与乡镇分开；先看最重档次，再看有档次份数，再看按序时份数占有要求份数的比例；相同的并列。",
        "Only units with something due by now are ranked, departments and townships separately: by worst tier, then by the number of shares with a tier, then by the proportion on schedule; units that tie share a place."
    }

    /// Nobody can be ranked.
    pub fn nobody() { "本月没有可以排名的单位。", "No unit can be ranked this month." }
}

say! { lang;
    /// Units that are not ranked.
    pub fn unranked(units: &[String], is_disputed: bool) {
        let units = lang.list(units);
        if is_disputed => {
            "没有到期要求、已批准豁免或者待核定、不参加排名：{units}。",
            "Not ranked, because they have nothing due yet, are exempt or undecided: {units}."
        }
        "没有到期要求或已批准豁免、不参加排名：{units}。", "Not ranked, because they have nothing due yet or are exempt: {units}."
    }
}
