//! Why a build has failed, in words that say what to do.

use std::{fmt, io};

use crate::editorial::Problem;

/// Why a build has failed.
#[derive(Debug)]
pub enum Failure {
    /// The content is wrong.
    Content(Vec<Problem>),
    /// What the tests measured cannot be read.
    Measured(String),
    /// A budget is exceeded.
    Budget(String),
    /// The style does not compile.
    Style(String),
    /// Trunk's page is not what [`Shell`] expects.
    Shell(String),
    /// A script has a comment where it would be sent to every visitor, or is not closed; the text is the script.
    Script(String),
    /// A file could not be read or written.
    Io(io::Error),
    /// The command is none of ours.
    Usage,
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Content(problems) => {
                writeln!(formatter, "The content has {} problem(s):", problems.len())?;
                problems.iter().try_for_each(|problem| writeln!(formatter, "  {problem}"))
            }
            Self::Measured(text) | Self::Budget(text) | Self::Style(text) | Self::Shell(text) => {
                formatter.write_str(text)
            }
            Self::Script(text) => {
                write!(formatter, "Give each comment a line of its own, and write no \"</\", in:\n{text}")
            }
            Self::Io(error) => write!(formatter, "{error}"),
            Self::Usage => formatter.write_str("Usage: count-me-in prerender | schemas | serve"),
        }
    }
}
