//! Turns the message catalogues of `locales/` into Rust, so that a missing key does not build.
//!
//! A value is a text, a text with `{places}`, or an object with `one` and `other` for a count.
//! `en.json` names the keys; every other locale must have the same keys with the same places.
//! `en.documents.json` has the words that only natively finished documents use: what the app never says is not sent to it.

use std::{collections::BTreeMap, env, error::Error, fmt::Write as _, fs, path::Path};

use serde_json::Value;

type Catalogue = BTreeMap<String, Value>;

/// The locale that names the keys.
const REFERENCE: &str = "en";

/// The catalogues of each locale: what comes after its name in the file's, and the type that its words become.
const GROUPS: [(&str, &str); 2] = [("", "Messages"), (".documents", "DocumentMessages")];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=locales");
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("locales");
    let mut code = String::new();
    for (group, name) in GROUPS {
        let mut catalogues = BTreeMap::new();
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            let file = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let Some(locale) = file.strip_suffix(group).filter(|locale| !locale.contains('.')) else {
                continue;
            };
            let catalogue: Catalogue = serde_json::from_str(&fs::read_to_string(&path)?)
                .map_err(|error| format!("locales/{file}.json: {error}"))?;
            catalogues.insert(locale.to_owned(), catalogue);
        }
        let reference = catalogues.get(REFERENCE).ok_or(
            "locales/en.json or locales/en.documents.json is missing: they name the keys of all locales",
        )?;
        let problems: Vec<String> = catalogues
            .iter()
            .flat_map(|(locale, catalogue)| differences(&format!("{locale}{group}"), reference, catalogue))
            .collect();
        if !problems.is_empty() {
            return Err(problems.join("\n").into());
        }
        code += &self::code(name, reference, &catalogues)?;
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("messages.rs"), code)?;
    Ok(())
}

/// The texts of a value by plural form; a plain text has the one form "".
fn forms(value: &Value) -> Option<BTreeMap<&str, &str>> {
    match value {
        Value::String(text) => Some([("", text.as_str())].into()),
        Value::Object(forms) => {
            forms.iter().map(|(form, text)| Some((form.as_str(), text.as_str()?))).collect()
        }
        _ => None,
    }
}

/// The `{places}` of a value, each once, in alphabetical order.
fn places(value: &Value) -> Vec<String> {
    let mut places: Vec<String> = forms(value)
        .into_iter()
        .flatten()
        .flat_map(|(_, text)| text.split('{').skip(1))
        .filter_map(|rest| Some(rest.split_once('}')?.0.to_owned()))
        .collect();
    places.sort();
    places.dedup();
    places
}

/// What is wrong with a locale, held against the reference.
fn differences(name: &str, reference: &Catalogue, catalogue: &Catalogue) -> Vec<String> {
    let file = format!("locales/{name}.json");
    let mut problems = Vec::new();
    for (key, expected) in reference {
        match catalogue.get(key) {
            None => problems.push(format!("{file}: `{key}` is missing: translate `{expected}`")),
            Some(value)
                if forms(value).is_none_or(|forms| forms.values().any(|text| text.trim().is_empty())) =>
            {
                problems.push(format!(
                    "{file}: `{key}` is empty or no text: write a text, or texts for `one` and `other`"
                ));
            }
            Some(value) if value.is_object() != expected.is_object() || places(value) != places(expected) => {
                problems.push(format!(
                    "{file}: `{key}` must have the same {{places}} and plural forms as `{expected}`"
                ));
            }
            Some(_) => {}
        }
    }
    for key in catalogue.keys().filter(|key| !reference.contains_key(*key)) {
        problems.push(format!(
            "{file}: `{key}` is not in the same file of {REFERENCE}: remove it, or add it there"
        ));
    }
    problems
}

fn code(
    name: &str,
    reference: &Catalogue,
    catalogues: &BTreeMap<String, Catalogue>,
) -> Result<String, std::fmt::Error> {
    let mut fields = String::new();
    let mut methods = String::new();
    for (key, value) in reference {
        let places = places(value);
        let doc = value.to_string().replace(['\\', '`'], "");
        if places.is_empty() && value.is_string() {
            writeln!(fields, "    /// `{doc}`\n    pub {key}: &'static str,")?;
            continue;
        }
        let parameters: String = places.iter().fold(String::new(), |list, place| {
            list + &if value.is_object() && place == "count" {
                ", count: usize".to_owned()
            } else {
                format!(", {place}: &str")
            }
        });
        let values: String = places.iter().fold(String::new(), |list, place| {
            list + &if value.is_object() && place == "count" {
                "(\"count\", &count.to_string()), ".to_owned()
            } else {
                format!("(\"{place}\", {place}), ")
            }
        });
        let template = if value.is_object() {
            writeln!(fields, "    {key}_: (&'static str, &'static str),")?;
            format!("if count == 1 {{ self.{key}_.0 }} else {{ self.{key}_.1 }}")
        } else {
            writeln!(fields, "    {key}_: &'static str,")?;
            format!("self.{key}_")
        };
        writeln!(
            methods,
            "    /// `{doc}`\n    #[must_use]\n    pub fn {key}(&self{parameters}) -> String {{\n        fill({template}, &[{values}])\n    }}"
        )?;
    }
    let mut code = format!(
        "/// The words of the interface in one language, generated from `locales/`.\npub struct {name} {{\n{fields}}}\n\nimpl {name} {{\n{methods}}}\n"
    );
    for (locale, catalogue) in catalogues {
        writeln!(code, "\nimpl {name} {{\n    const {}: Self = Self {{", locale.to_uppercase())?;
        for (key, value) in catalogue {
            let is_plain = value.is_string() && places(value).is_empty();
            let field = if is_plain { key.clone() } else { format!("{key}_") };
            match forms(value).unwrap_or_default() {
                forms if value.is_object() => {
                    let form = |name| forms.get(name).copied().unwrap_or_default();
                    writeln!(code, "    {field}: ({:?}, {:?}),", form("one"), form("other"))?;
                }
                forms => writeln!(code, "    {field}: {:?},", forms.get("").copied().unwrap_or_default())?,
            }
        }
        code.push_str("    };\n}\n");
    }
    Ok(code)
}
