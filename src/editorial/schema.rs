//! JSON schemas from the types of the files, and what they find wrong.

pub(super) mod formats;
pub(super) mod names;

use jsonschema::{ValidationError, Validator, error::ValidationErrorKind};
use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde_json::Value;

use super::{
    files::{NewsFile, OrganisationFile, TopicsFile},
    giving::GivingFile,
    problem::Problem,
};

/// The schema of one sort of content file (JSON Schema 2020-12).
pub struct Schema {
    document: Value,
    validator: Option<Validator>,
}

/// The schemas of all content files.
pub struct Schemas {
    /// Of `news/*.json`.
    pub news: Schema,
    /// Of `topics.json`.
    pub topics: Schema,
    /// Of `organisation.json`.
    pub organisation: Schema,
    /// Of `giving.json`.
    pub giving: Schema,
}

/// Generates the schemas of all content files.
#[must_use]
pub fn schemas() -> Schemas {
    Schemas {
        news: Schema::of::<NewsFile>(),
        topics: Schema::of::<TopicsFile>(),
        organisation: Schema::of::<OrganisationFile>(),
        giving: Schema::of::<GivingFile>(),
    }
}

impl Schemas {
    /// Each schema as a file for editors: its name in the content folder, and its text.
    #[must_use]
    pub fn files(&self) -> [(&'static str, String); 4] {
        [
            ("news.schema.json", self.news.text()),
            ("topics.schema.json", self.topics.text()),
            ("organisation.schema.json", self.organisation.text()),
            ("giving.schema.json", self.giving.text()),
        ]
    }
}

impl Schema {
    fn of<T: JsonSchema>() -> Self {
        let settings = SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
        let document = SchemaGenerator::new(settings).into_root_schema_for::<T>().to_value();
        let validator = formats::checked(jsonschema::options()).build(&document).ok();
        Self { document, validator }
    }

    fn text(&self) -> String {
        format!("{:#}\n", self.document)
    }

    /// All that is wrong with the value.
    pub(super) fn problems(&self, file: &str, value: &Value) -> Vec<Problem> {
        let Some(validator) = &self.validator else {
            return vec![Problem::of_file(
                file,
                "a schema that does not compile",
                "mend `src/editorial/files.rs`",
            )];
        };
        validator.iter_errors(value).flat_map(|error| self.problems_of(file, &error)).collect()
    }

    fn problems_of(&self, file: &str, error: &ValidationError<'_>) -> Vec<Problem> {
        let path: Vec<String> =
            error.instance_path().as_str().split('/').skip(1).map(str::to_owned).collect();
        match error.kind() {
            ValidationErrorKind::AdditionalProperties { unexpected } => unexpected
                .iter()
                .map(|name| {
                    let known = self.fields(&path).join(", ");
                    let place = place(&[path.as_slice(), std::slice::from_ref(name)].concat());
                    Problem::new(
                        file,
                        &place,
                        "an unknown field",
                        &format!("Remove it, or write one of: {known}"),
                    )
                })
                .collect(),
            ValidationErrorKind::Required { property } => {
                let name = property.as_str().unwrap_or_default().to_owned();
                let path = [path.as_slice(), &[name]].concat();
                vec![Problem::new(file, &place(&path), "nothing", &self.description(&path))]
            }
            // A block names its type, so what is wrong inside of it can be said of that type alone.
            ValidationErrorKind::OneOfNotValid { context } => {
                let inner = context.iter().find(|errors| {
                    errors.iter().all(|error| !matches!(error.kind(), ValidationErrorKind::Constant { .. }))
                });
                match inner {
                    Some(errors) => errors.iter().flat_map(|error| self.problems_of(file, error)).collect(),
                    None => vec![self.problem_at(file, &path, error)],
                }
            }
            _ => vec![self.problem_at(file, &path, error)],
        }
    }

    fn problem_at(&self, file: &str, path: &[String], error: &ValidationError<'_>) -> Problem {
        let found = error.instance().to_string();
        let found = match found.char_indices().nth(80) {
            Some((end, _)) => format!("{}…", &found[..end]),
            None => found,
        };
        Problem::new(file, &place(path), &found, &self.description(path))
    }

    /// What to write at a place: the description of the field, or of the nearest field around it.
    fn description(&self, path: &[String]) -> String {
        (0..=path.len())
            .rev()
            .find_map(|length| {
                let schema = self.schema_at(&path[..length])?;
                Some(schema.get("description")?.as_str()?.replace('\n', " "))
            })
            .unwrap_or_default()
    }

    fn fields(&self, path: &[String]) -> Vec<&str> {
        let properties = self.schema_at(path).and_then(|schema| schema.get("properties")?.as_object());
        properties.into_iter().flatten().map(|(name, _)| name.as_str()).collect()
    }

    fn schema_at(&self, path: &[String]) -> Option<&Value> {
        path.iter().try_fold(&self.document, |schema, part| {
            schema
                .get("properties")
                .and_then(|properties| properties.get(part))
                .or_else(|| schema.get("items"))
        })
    }
}

/// `updates[0].date`, as programmers and editors write it.
fn place(path: &[String]) -> String {
    path.iter().fold(String::new(), |place, part| match part.parse::<usize>() {
        Ok(index) => format!("{place}[{index}]"),
        Err(_) if place.is_empty() => part.clone(),
        Err(_) => format!("{place}.{part}"),
    })
}
