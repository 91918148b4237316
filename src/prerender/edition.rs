//! Which build a page belongs to.
//! Invariant: two builds that differ in anything a reader gets have different ids.

use std::io;

use sha2::{Digest, Sha256};
use time::OffsetDateTime;

use super::{Failure, page::Parts};
use crate::model::Edtf;

/// How many hexadecimal digits of a hash are used in names: 64 bits, which no two builds of one site share.
const HASH_LENGTH: usize = 16;

/// A build's id, which is a hash of all that is in it, and its day.
pub struct Edition {
    /// 16 hexadecimal digits.
    pub id: String,
    built: Edtf,
}

impl Edition {
    /// The edition with these pages, and with these texts that all of them share.
    pub fn of<'a>(
        built: Edtf,
        shared: impl IntoIterator<Item = &'a str>,
        pages: impl Iterator<Item = &'a Parts>,
    ) -> Self {
        let mut hash = Sha256::new();
        for text in shared {
            hash.update(text);
        }
        for Parts { policy, head, body, json } in pages {
            for text in [policy, head, body, json] {
                hash.update(text);
            }
        }
        Self { id: name(hash), built }
    }

    /// The attributes by which a page tells scripts its build.
    pub fn attributes(&self) -> String {
        let day = self.built.to_machine().unwrap_or_default();
        format!(" data-build=\"{}\" data-built=\"{day}\"", self.id)
    }
}

/// The name that a hash gives.
pub fn name(hash: Sha256) -> String {
    let mut name: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    name.truncate(HASH_LENGTH);
    name
}

/// The day of a build that is made now, in UTC.
///
/// # Errors
///
/// When the clock is at no day that can be written.
pub fn today() -> Result<Edtf, Failure> {
    let date = OffsetDateTime::now_utc().date().to_string();
    date.parse().map_err(|error| Failure::Io(io::Error::other(format!("the clock says {date}: {error}"))))
}
