//! Every key and every code is explained in both languages, with an example that holds, and the schemas say the same.

#![expect(clippy::disallowed_methods, reason = "these tests look at the files of the repository")]

use std::fs;

use serde_json::Value;
use shangdang::load::keys::{self, Form, Keys};
use shangdang::problem::Problem;
use shangdang::render::json;
use shangdang::text::Lang;
use shangdang::text::glossary::TERMS;
use shangdang::views::schema::{schema, schemas};
use shangdang::views::topic;
use toml::de::DeTable;

use crate::folders::root;
use crate::guides::keep;

#[test]
fn every_key_has_an_example_that_shows_it() {
    for key in topic::tables().into_iter().flat_map(|table| table.keys) {
        let parsed = DeTable::parse(key.example).expect("an example is TOML");
        assert!(parsed.get_ref().contains_key(key.name), "the example of {} shows it", key.name);
    }
}

#[test]
fn every_code_has_an_example_in_both_languages() {
    for code in Problem::CODES {
        for example in [code.example.zh, code.example.en] {
            assert!(example.contains(&format!("[{}]", code.name)), "the example of {} shows it", code.name);
        }
    }
}

#[test]
fn every_topic_has_a_page() {
    for name in topic::topics() {
        assert!(topic::topic(name, Lang::Zh).is_some(), "no page on {name}");
    }
    assert!(topic::topic("precent", Lang::Zh).is_none());
}

/// The words of the office lead to keys that there are, and each says something.
#[test]
fn every_word_says_something() {
    for term in TERMS {
        let name = term.name.zh;
        assert!(!term.about.zh.is_empty() || !term.keys.is_empty(), "{name} says nothing");
        assert_eq!(term.about.zh.is_empty(), term.about.en.is_empty(), "{name}");
        for key in term.keys {
            assert!(topic::tables().iter().any(|table| table.get(key).is_some()), "{name}: there is no key {key}");
        }
    }
}

/// Not a validator: that every key of every table is in the schema, described, and nothing else is allowed.
#[test]
fn schemas_hold_every_key() {
    for file in keys::files() {
        holds(&schema(file), file);
    }
}

fn holds(schema: &Value, keys: &'static Keys) {
    assert_eq!(schema["additionalProperties"], Value::Bool(false));
    let properties = schema["properties"].as_object().expect("there are keys");
    assert_eq!(properties.len(), keys.keys.len());
    for key in keys.keys {
        let property = &properties[key.name];
        let described = property["description"].as_str().expect("a description");
        assert_eq!(described.lines().count(), 2, "{} is described in both languages", key.name);
        let is_required = schema["required"].as_array().is_some_and(|names| names.iter().any(|name| name == key.name));
        assert_eq!(is_required, key.is_required, "{}", key.name);
        match &key.form {
            Form::Table(inner) => holds(property, inner),
            Form::Tables(inner) => holds(&property["items"], inner),
            Form::Named(Form::Table(inner)) => holds(&property["additionalProperties"], inner),
            Form::Choice(choices) => assert_eq!(property["enum"], Value::from(choices.to_vec())),
            _ => {}
        }
    }
}

/// The schemas that are shipped are those that the program prints, and that every new workspace gets.
#[test]
fn shipped_schemas_are_up_to_date() {
    for (path, schema) in schemas() {
        let path = root().join("data").join(path);
        let shipped = fs::read_to_string(&path).unwrap_or_default();
        keep(&path, &shipped, &json(&schema));
    }
}
