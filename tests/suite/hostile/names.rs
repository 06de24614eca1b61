//! Names that look the same and names with what nobody sees: `check` says so, in both languages, with the characters.

use super::small;
use crate::program::run;

fn checked(stage: &tempfile::TempDir, lang: &str) -> (Option<i32>, String) {
    let output = run(stage.path(), &["--lang", lang, "check"]);
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

#[test]
fn names_that_look_the_same_are_warned_of() {
    for (first, second, apart) in [
        ("区住建局", "区住建\u{200b}局", "U+200B"),
        ("区住建局", "区住建局\u{202c}", "U+202C"),
        ("区住建局", "区 住建局", "U+0020"),
        ("PPP中心", "РРР中心", "Р (U+0420)"),
        ("ABH中心", "ΑΒΗ中心", "Α (U+0391)"),
        ("A组", "Ａ组", "Ａ (U+FF21)"),
        ("工信局", "エ信局", "エ (U+30A8)"),
        ("1号站", "l号站", "l (U+006C)"),
    ] {
        let stage = small("plan.toml", "区住建局", first);
        let plan = stage.path().join("plan.toml");
        let text = std::fs::read_to_string(&plan).unwrap().replace("区水利局", second);
        std::fs::write(&plan, text).unwrap();
        for (lang, words) in [("zh", "看上去一样"), ("en", "look the same")] {
            let (code, said) = checked(&stage, lang);
            assert_eq!(code, Some(0), "a warning: {said}");
            assert!(said.contains("[look-alike-name]"), "{first} {second}: {said}");
            assert!(said.contains(words) && said.contains(apart), "{said}");
            assert!(said.contains("plan.toml:12:8"), "{said}");
        }
        assert!(run(stage.path(), &["status"]).status.success(), "it is assessed");
    }
}

#[test]
fn names_that_differ_to_the_eye_are_not_warned_of() {
    for name in ["区水务局", "区住建局（城关）", "区往建局", "区住建局二", "住建局"] {
        let stage = small("plan.toml", "区水利局", name);
        let (code, said) = checked(&stage, "zh");
        assert_eq!(code, Some(0));
        assert!(said.contains("未发现问题"), "{name}: {said}");
    }
}

#[test]
fn names_and_titles_with_what_nobody_sees_are_warned_of() {
    for (path, from, to) in [
        ("plan.toml", "示例方案", "示例\u{200b}方案"),
        ("plan.toml", "区水利局", "\u{202e}区水利局"),
        ("plan.toml", "区水利局", "区水利局\u{feff}"),
        ("tasks/02.toml", "管网", "管\\u0007网"),
        ("tasks/02.toml", "雨污分流改造", "雨污\u{e0041}分流改造"),
    ] {
        let stage = small(path, from, to);
        for lang in ["zh", "en"] {
            let (code, said) = checked(&stage, lang);
            assert_eq!(code, Some(0), "a warning: {said}");
            assert!(said.contains("[invisible-character]") && said.contains(path), "{said}");
            // What to write instead is there to copy.
            assert!(said.contains(&format!("“{from}”")) || said.contains(&format!("`{from}`")), "{said}");
            assert!(!said.contains(shangdang::source::is_invisible), "{}", said.escape_unicode());
        }
    }
}

/// An id of look-alike letters is refused, and the message does not repeat what looks right.
#[test]
fn ids_with_look_alike_letters_are_refused_and_shown() {
    for (path, from, to, code, shown) in [
        ("tasks/02.toml", "housing", "h\u{43e}using", "unknown-unit", "h\\u{43e}using"),
        ("tasks/02.toml", "housing", "housing\u{200b}", "unknown-unit", "housing\\u{200b}"),
        ("reports/2022-06/housing.toml", "2.1", "2.\u{406}", "unknown-item", "2.\\u{406}"),
        ("reports/2022-06/housing.toml", "2.1", "2.\u{200b}1", "unknown-item", "2.\\u{200b}1"),
    ] {
        let said = super::refused(&small(path, from, to), code);
        assert!(said.contains(shown), "{said}");
        assert!(!said.contains('\u{200b}'), "{}", said.escape_unicode());
    }
    let plan = small("plan.toml", "[units.water]", "[units.\"w\u{430}ter\"]");
    super::refused(&plan, "bad-id");
}
