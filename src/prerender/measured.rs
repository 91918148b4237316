//! What the browser tests have measured, read from where they left it.
//! Invariant: a page says what leaving does as it was seen, with the day and the code, or is not built. Whether all
//! situations are there is asked by `tests/site/`: the tests that fill them in need a site to measure.

use std::{collections::BTreeSet, fs, path::Path};

use super::Failure;
use crate::model::Leaving;

/// How a new measurement is made.
const REMEDY: &str =
    "Nobody writes this file by hand: run `REMEASURE=1 cargo test --test browser -- leaving`";

/// Reads what the tests saw when they left the site.
///
/// # Errors
///
/// When the file is missing, is of another shape, or says too little; the text says how to make it anew.
pub fn leaving(path: &Path) -> Result<Leaving, Failure> {
    let failure = |found: String| Failure::Measured(format!("{}: {found}. {REMEDY}.", path.display()));
    let text = fs::read_to_string(path).map_err(|error| failure(error.to_string()))?;
    let leaving = serde_json::from_str(&text).map_err(|error| failure(error.to_string()))?;
    match lack(&leaving) {
        Some(lack) => Err(failure(lack)),
        None => Ok(leaving),
    }
}

/// What readers would miss.
fn lack(leaving: &Leaving) -> Option<String> {
    if leaving.tested.day().is_none() || leaving.tested.is_approximate() {
        return Some(format!("\"{}\" is not the day of a run", leaving.tested));
    }
    if !leaving.code.starts_with("sha256-") {
        return Some(format!("\"{}\" is not the hash of the exit's code", leaving.code));
    }
    let mut seen = BTreeSet::new();
    for finding in &leaving.findings {
        if !seen.insert((finding.situation, &finding.browser)) {
            return Some(format!("{} is twice in the situation {:?}", finding.browser, finding.situation));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    type Change = fn(&mut Value);

    /// What reading says of the measurement after a change.
    fn complaint(change: impl FnOnce(&mut Value)) -> String {
        let findings =
            ["tab", "offline"].map(|situation| json!({ "situation": situation, "browser": "Firefox 153" }));
        let mut value = json!({ "tested": "2026-01-31", "code": "sha256-A=", "findings": findings });
        change(&mut value);
        let file = tempfile::NamedTempFile::new().unwrap();
        fs::write(file.path(), value.to_string()).unwrap();
        leaving(file.path()).err().map(|failure| failure.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_whole_measurement_is_read() {
        assert_eq!(complaint(|_| {}), "");
    }

    #[test]
    fn what_is_wrong_with_a_measurement_is_said_with_the_command_that_makes_a_new_one() {
        let changes: [(&str, Change); 6] = [
            ("missing field `code`", |file| drop(file.as_object_mut().unwrap().remove("code"))),
            ("unknown field `note`", |file| file["note"] = json!("x")),
            ("not the day", |file| file["tested"] = json!("2026-01")),
            ("not the hash", |file| file["code"] = json!("A=")),
            ("unknown variant `boat`", |file| file["findings"][1]["situation"] = json!("boat")),
            ("is twice in the situation Tab", |file| file["findings"][1]["situation"] = json!("tab")),
        ];
        for (words, change) in changes {
            let complaint = complaint(change);
            assert!(complaint.contains(words) && complaint.contains("REMEASURE=1"), "{complaint}");
        }
        let absent = leaving(Path::new("nowhere/leaving.json")).unwrap_err().to_string();
        assert!(absent.starts_with("nowhere/leaving.json: ") && absent.contains("REMEASURE=1"), "{absent}");
    }
}
