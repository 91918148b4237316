//! Schemas of the values that are one of a few names.
//! Invariant: the names come from the model, so that a new one is in the schema at once.

use schemars::{Schema, SchemaGenerator, json_schema};
use serde::Serialize;

use crate::model::{BasisKind, ChannelKind, Currency, Frequency, Kind, Language, Provider, Service};

fn one_of(names: &impl Serialize) -> Schema {
    let names = serde_json::to_value(names).unwrap_or_default();
    json_schema!({ "type": "string", "enum": names })
}

pub fn kind(_: &mut SchemaGenerator) -> Schema {
    one_of(&Kind::ALL)
}

pub fn basis(_: &mut SchemaGenerator) -> Schema {
    one_of(&BasisKind::ALL)
}

pub fn service(_: &mut SchemaGenerator) -> Schema {
    one_of(&Service::ALL)
}

pub fn channel(_: &mut SchemaGenerator) -> Schema {
    one_of(&ChannelKind::ALL)
}

pub fn language(_: &mut SchemaGenerator) -> Schema {
    one_of(&Language::ALL)
}

pub fn languages(generator: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "array", "uniqueItems": true, "items": language(generator) })
}

pub fn provider(_: &mut SchemaGenerator) -> Schema {
    one_of(&Provider::ALL)
}

pub fn currency(_: &mut SchemaGenerator) -> Schema {
    one_of(&Currency::ALL)
}

pub fn frequency(_: &mut SchemaGenerator) -> Schema {
    one_of(&Frequency::ALL)
}

pub fn frequencies(generator: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "array", "minItems": 1, "uniqueItems": true, "items": frequency(generator) })
}
