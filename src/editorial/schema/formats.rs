//! Schemas of the values that the model parses, and the checks behind their formats.

use jsonschema::ValidationOptions;
use schemars::{Schema, SchemaGenerator, json_schema};

use crate::model::{Amount, Edtf, Slug, WebAddress};

/// Teaches a validator the formats of this file.
pub fn checked(options: ValidationOptions<'_>) -> ValidationOptions<'_> {
    options
        .should_validate_formats(true)
        .with_format("slug", |text: &str| text.parse::<Slug>().is_ok())
        .with_format("edtf", |text: &str| text.parse::<Edtf>().is_ok())
        .with_format("web-address", |text: &str| text.parse::<WebAddress>().is_ok())
        .with_format("contact", is_contact)
        .with_format("origin", is_origin)
}

/// Whether an address is a site's, and not one of its pages'.
fn is_origin(text: &str) -> bool {
    text.parse::<WebAddress>().is_ok_and(|address| address.origin() == text.trim_end_matches('/'))
}

/// Whether a link leads to a telephone, a text message or a secure page, and to nothing else.
fn is_contact(text: &str) -> bool {
    let are_digits = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    // Neither an area nor an exchange begins with 0 or 1.
    let is_whole = |number: &str| {
        number.len() == 10
            && are_digits(number)
            && [0, 3].into_iter().all(|start| number.as_bytes().get(start) > Some(&b'1'))
    };
    match text.split_once(':') {
        Some(("tel", number)) => match number.strip_prefix("+1") {
            Some(number) => is_whole(number),
            None => number.len() == 3 && are_digits(number),
        },
        Some(("sms", number)) => match number.strip_prefix("+1") {
            Some(number) => is_whole(number),
            None => (3..=6).contains(&number.len()) && are_digits(number),
        },
        Some(("https", _)) => text.parse::<WebAddress>().is_ok(),
        _ => false,
    }
}

pub fn text(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "\\S" })
}

pub fn summary(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "\\S", "maxLength": 300 })
}

pub fn slug(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "format": "slug", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 64 })
}

pub fn slugs(generator: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "array", "items": slug(generator), "uniqueItems": true })
}

pub fn edtf(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "format": "edtf" })
}

pub fn web_address(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "format": "web-address" })
}

pub fn origin(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "format": "origin" })
}

pub fn contact(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "format": "contact" })
}

pub fn amount(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "integer", "minimum": 1, "maximum": Amount::LARGEST.to_minor() })
}

/// An object whose fields are all required, and no others allowed.
fn object(fields: &[(&str, Schema)]) -> Schema {
    let names: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
    let fields: serde_json::Map<_, _> =
        fields.iter().map(|(name, schema)| ((*name).to_owned(), schema.clone().to_value())).collect();
    json_schema!({ "type": "object", "properties": fields, "required": names, "additionalProperties": false })
}

fn list_of(entry: Schema) -> Schema {
    json_schema!({ "type": "array", "items": entry })
}

pub fn misprint(generator: &mut SchemaGenerator) -> Schema {
    object(&[("printed", text(generator)), ("meant", text(generator))])
}

pub fn sourced(generator: &mut SchemaGenerator) -> Schema {
    object(&[("text", text(generator)), ("source", web_address(generator))])
}

pub fn sourced_list(generator: &mut SchemaGenerator) -> Schema {
    list_of(sourced(generator))
}

pub fn voice(generator: &mut SchemaGenerator) -> Schema {
    object(&[("quote", text(generator)), ("by", text(generator))])
}

pub fn topics(generator: &mut SchemaGenerator) -> Schema {
    list_of(object(&[("slug", slug(generator)), ("name", text(generator))]))
}

pub fn figures(generator: &mut SchemaGenerator) -> Schema {
    list_of(object(&[("number", text(generator)), ("counts", text(generator))]))
}

pub fn people(generator: &mut SchemaGenerator) -> Schema {
    list_of(object(&[("name", text(generator)), ("role", text(generator))]))
}

pub fn updates(generator: &mut SchemaGenerator) -> Schema {
    list_of(object(&[("date", edtf(generator)), ("text", text(generator)), ("url", web_address(generator))]))
}

pub fn blocks(generator: &mut SchemaGenerator) -> Schema {
    let block = |name: &str, fields: &[(&str, Schema)]| {
        let name = json_schema!({ "const": name });
        object(&[&[("type", name)], fields].concat())
    };
    let words = text(generator);
    let forms = [
        block("paragraph", &[("text", words.clone())]),
        block("heading", &[("text", words.clone())]),
        block("quote", &[("text", words.clone()), ("by", words.clone())]),
        block("list", &[("items", json_schema!({ "type": "array", "minItems": 1, "items": words.clone() }))]),
        block("link", &[("text", words), ("url", web_address(generator))]),
    ];
    json_schema!({ "type": "array", "minItems": 1, "items": { "oneOf": forms } })
}
