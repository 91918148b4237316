//! What the site weighs, and the budgets that it must keep.

use std::io::Write;

use super::{Failure, Files};
use crate::routes::APP_FILES;

/// The strongest setting of brotli; a site is compressed once and sent many times.
const QUALITY: u32 = 11;

/// brotli's own default window, 4 MiB.
const WINDOW: u32 = 22;

const KIB: usize = 1024;

/// What a build may weigh: a name, which files count, and the most KiB that they may have together
/// after brotli. For pages, the largest single one counts.
struct Budget {
    name: &'static str,
    counts: fn(&str) -> bool,
    limit: usize,
    is_for_each: bool,
}

const BUDGETS: [Budget; 5] = [
    Budget { name: "WASM and its glue", counts: is_app, limit: 150, is_for_each: false },
    Budget {
        name: "largest article, HTML with its CSS and data",
        counts: is_article,
        limit: 12,
        is_for_each: true,
    },
    Budget {
        name: "largest other page, HTML with its CSS and data",
        counts: is_other_page,
        limit: 16,
        is_for_each: true,
    },
    Budget { name: "largest data file", counts: is_data, limit: 8, is_for_each: true },
    Budget { name: "CSS", counts: |name| name == STYLE, limit: 8, is_for_each: false },
];

/// The style stands in each page; the report weighs it alone under this name.
pub const STYLE: &str = "style.css";

fn is_app(name: &str) -> bool {
    name.starts_with(&APP_FILES[1..])
}

fn is_article(name: &str) -> bool {
    name.starts_with("news/")
}

fn is_other_page(name: &str) -> bool {
    name.ends_with(".html") && !is_article(name)
}

fn is_data(name: &str) -> bool {
    name.starts_with("data/")
}

/// Compresses every file, prints what the site weighs, and returns the compressed files.
///
/// # Errors
///
/// When a budget is exceeded.
pub fn compress_and_report(files: &Files, style: &str) -> Result<Files, Failure> {
    let mut weights = Vec::new();
    let mut compressed = Files::new();
    for (name, bytes) in files {
        let packed = pack(bytes)?;
        weights.push((name.as_str(), bytes.len(), packed.len()));
        compressed.insert(format!("{name}.br"), packed);
    }
    weights.push((STYLE, style.len(), pack(style.as_bytes())?.len()));
    println!("{:<50} {:>10} {:>10} {:>10}", "size in bytes", "raw", "brotli", "budget");
    let mut exceeded = Vec::new();
    for budget in BUDGETS {
        let counted = weights.iter().filter(|(name, ..)| (budget.counts)(name));
        let (raw, packed) = if budget.is_for_each {
            counted
                .map(|(_, raw, packed)| (*raw, *packed))
                .max_by_key(|(_, packed)| *packed)
                .unwrap_or_default()
        } else {
            counted.fold((0, 0), |sum, (_, raw, packed)| (sum.0 + raw, sum.1 + packed))
        };
        let limit = budget.limit * KIB;
        println!("{:<50} {raw:>10} {packed:>10} {limit:>10}", budget.name);
        if packed > limit {
            exceeded.push(format!(
                "{} weighs {packed} bytes, {} more than its budget",
                budget.name,
                packed - limit
            ));
        }
    }
    let total: usize = compressed.values().map(Vec::len).sum();
    let raw: usize = files.values().map(Vec::len).sum();
    println!("{:<50} {raw:>10} {total:>10}", format!("all {} files", files.len()));
    if exceeded.is_empty() { Ok(compressed) } else { Err(Failure::Budget(exceeded.join("\n"))) }
}

fn pack(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 4096, QUALITY, WINDOW);
    writer.write_all(bytes)?;
    writer.flush()?;
    drop(writer);
    Ok(packed)
}
