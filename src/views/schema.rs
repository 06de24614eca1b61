//! The keys of a kind of file as a JSON Schema, for editors. Made from the keys that the loader reads and `help`
//! shows; draft 4, which is what editors of TOML know.

use serde_json::{Map, Value, json};

use crate::lang::Both;
use crate::load::keys::{self, Form, Key, Keys, SCHEDULES};
use crate::model::Figure;
use crate::problem::DecimalRule;

/// The schemas of all kinds of files, each with its path in a workspace.
pub fn schemas() -> impl Iterator<Item = (String, Value)> {
    keys::files().map(|file| (format!("schemas/{}.json", file.name), schema(file)))
}

/// The schema of a kind of file.
pub fn schema(file: &'static Keys) -> Value {
    let mut schema = table(file);
    schema.insert("title".to_owned(), json!(both(file.about)));
    schema.insert("$schema".to_owned(), json!("http://json-schema.org/draft-04/schema#"));
    Value::Object(schema)
}

fn table(keys: &'static Keys) -> Map<String, Value> {
    let properties: Map<String, Value> = keys.keys.iter().map(|key| (key.name.to_owned(), property(key))).collect();
    let required: Vec<&str> = keys.keys.iter().filter(|key| key.is_required).map(|key| key.name).collect();
    let mut schema = Map::new();
    schema.insert("type".to_owned(), json!("object"));
    schema.insert("properties".to_owned(), Value::Object(properties));
    schema.insert("additionalProperties".to_owned(), json!(false));
    // Draft 4 knows no empty list here.
    if !required.is_empty() {
        schema.insert("required".to_owned(), json!(required));
    }
    if keys.get(SCHEDULES[0]).is_some() && keys.get(SCHEDULES[1]).is_some() {
        schema.insert("allOf".to_owned(), at_most_one(&SCHEDULES));
    }
    schema
}

/// That no two of these keys stand together.
fn at_most_one(keys: &[&str]) -> Value {
    let pairs = keys.iter().enumerate().flat_map(|(position, one)| {
        let others = &keys[position + 1..];
        others.iter().map(move |other| json!({ "not": { "required": [one, other] } }))
    });
    pairs.collect()
}

fn property(key: &'static Key) -> Value {
    let mut schema = form(&key.form);
    schema.insert("description".to_owned(), json!(both(key.about)));
    Value::Object(schema)
}

fn form(form: &'static Form) -> Map<String, Value> {
    const MONTH: &str = "^[0-9]{4}-(0[1-9]|1[0-2])$";
    let text = |pattern: &str| json!({ "type": "string", "pattern": pattern });
    let list = |of: Value| json!({ "type": "array", "items": of });
    let schema = match form {
        Form::Text => json!({ "type": "string" }),
        Form::Title => json!({ "type": "string", "minLength": 1 }),
        Form::Id => text("^[a-z0-9-]+$"),
        Form::ItemId => text("^[0-9]+\\.[0-9]+$"),
        Form::FindingId => text("^[0-9]+\\.d[0-9]+$"),
        Form::Month => text(MONTH),
        Form::Day => json!({ "type": "string", "format": "date" }),
        Form::Moment => {
            json!({ "anyOf": [text(MONTH), { "type": "string", "format": "date" }] })
        }
        Form::DayOfYear => text("^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"),
        Form::Switch => json!({ "type": "boolean" }),
        Form::SwitchOr(words) => json!({ "anyOf": [{ "type": "boolean" }, { "enum": words }] }),
        Form::Number(rule) => number(*rule),
        Form::Target => json!({ "anyOf": [
            { "type": "number" },
            { "type": "string", "minLength": 1 },
            { "type": "array", "items": number(DecimalRule::Value), "minItems": 2, "maxItems": 2 },
        ] }),
        Form::Reading => json!({ "anyOf": [{ "type": "number" }, { "type": "string", "minLength": 1 }] }),
        Form::NumberOrTexts(rule) => json!({ "anyOf": [number(*rule), list(json!({ "type": "string" }))] }),
        Form::Within((least, most)) => json!({ "type": "integer", "minimum": least, "maximum": most }),
        Form::Choice(words) => json!({ "type": "string", "enum": words }),
        Form::WordOr((words, keys)) => {
            json!({ "anyOf": [{ "type": "string", "enum": words }, Value::Object(table(keys))] })
        }
        Form::Texts => list(json!({ "type": "string" })),
        Form::Ids => list(text("^[a-z0-9-]+$")),
        Form::IdsOrTexts => {
            let texts = json!({ "type": "object", "additionalProperties": { "type": "string" } });
            json!({ "anyOf": [list(text("^[a-z0-9-]+$")), texts] })
        }
        Form::Months => list(text(MONTH)),
        Form::Table(keys) => Value::Object(table(keys)),
        Form::Tables(keys) => list(Value::Object(table(keys))),
        Form::Named(of) => json!({ "type": "object", "additionalProperties": self::form(of) }),
    };
    match schema {
        Value::Object(schema) => schema,
        other => unreachable!("{other} is written as an object above"),
    }
}

/// A figure is a number, or a text with its digits.
fn number(rule: DecimalRule) -> Value {
    let limit = Figure::LIMIT;
    let (number, digits) = match rule {
        DecimalRule::Whole => return json!({ "type": "integer", "minimum": 0, "maximum": limit }),
        DecimalRule::Count => return json!({ "type": "integer", "minimum": 1, "maximum": limit }),
        DecimalRule::Percent => {
            (json!({ "type": "number", "minimum": 0, "maximum": 100 }), "^[0-9]{1,3}(\\.[0-9]{1,2}0*)?$")
        }
        DecimalRule::Amount => {
            (json!({ "type": "number", "minimum": 0, "maximum": limit }), "^[0-9]{1,9}(\\.[0-9]{1,4}0*)?$")
        }
        DecimalRule::PositiveAmount => (
            json!({ "type": "number", "minimum": 0, "exclusiveMinimum": true, "maximum": limit }),
            "^[0-9]{1,9}(\\.[0-9]{1,4}0*)?$",
        ),
        DecimalRule::Value => (json!({ "type": "number" }), "^[+-]?[0-9]{1,9}(\\.[0-9]{1,4}0*)?$"),
    };
    json!({ "anyOf": [number, { "type": "string", "pattern": digits }] })
}

/// A text in both languages: an editor does not know which one its user reads.
fn both(words: Both) -> String {
    format!("{}\n{}", words.zh, words.en)
}
