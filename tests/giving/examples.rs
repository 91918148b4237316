//! The examples of `docs/giving.md`: each is the part of `content/giving.json` that depends on the provider.

use std::{fs, path::Path};

use serde_json::{Value, json};

/// All examples, in their order.
pub fn examples() -> Vec<Value> {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/giving.md");
    let guide = fs::read_to_string(guide).unwrap_or_default();
    let blocks = guide.split("```json\n").skip(1).filter_map(|rest| rest.split_once("```"));
    blocks.filter_map(|(block, _)| serde_json::from_str(block).ok()).collect()
}

/// Puts an example into the file, `null` standing for a field that is left out, and the same amounts around it whatever the
/// file has: tests are about the example, and go on to hold when the file is another.
pub fn put(example: &Value, file: &mut Value) {
    let amounts = json!({
        "template": null,
        "links": null,
        "presets": [{ "amount": 2500 }, { "amount": 5000 }, { "amount": 10_000 }, { "amount": 25_000 }],
        "minimum": 100,
        "maximum": 10_000_000,
    });
    let Some(file) = file.as_object_mut() else { return };
    for (name, value) in [&amounts, example].into_iter().filter_map(Value::as_object).flatten() {
        if value.is_null() {
            file.remove(name);
        } else {
            file.insert(name.clone(), value.clone());
        }
    }
}
