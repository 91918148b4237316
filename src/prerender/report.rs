//! What the site weighs, and the budgets that it must keep.

use std::io::Write;

use super::{Failure, Files, frames::Partners, icons::Icon, shell::Shell};
use crate::routes::{APP_FILES, Frame, KEEPER_FILES, OFFLINE_FILES, PARTNER_SCRIPT, WORKER};

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

const BUDGETS: [Budget; 13] = [
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
        limit: 17,
        is_for_each: true,
    },
    Budget { name: "largest frame of the news", counts: is_feed_frame, limit: 15, is_for_each: true },
    Budget {
        name: "largest frame of an article",
        counts: |name| is_in(name, 2),
        limit: 15,
        is_for_each: true,
    },
    Budget { name: "frame of the hotlines", counts: |name| is_in(name, 3), limit: 15, is_for_each: true },
    Budget { name: "frame of \"Count me in\"", counts: |name| is_in(name, 4), limit: 15, is_for_each: true },
    Budget { name: "the frames' script", counts: |name| name == FRAME_SCRIPT, limit: 5, is_for_each: false },
    Budget {
        name: "the partners' script",
        counts: |name| name == &PARTNER_SCRIPT[1..],
        limit: 3,
        is_for_each: false,
    },
    Budget { name: "largest data file", counts: is_data, limit: 8, is_for_each: true },
    Budget { name: "CSS", counts: |name| name == STYLE, limit: 8, is_for_each: false },
    Budget {
        name: "all that is kept for reading offline",
        counts: is_offline,
        limit: 400,
        is_for_each: false,
    },
    Budget { name: "the exit's script", counts: |name| name == EXIT, limit: 2, is_for_each: false },
];

/// What stands in each page is weighed alone too, under a name of the report's own.
const STYLE: &str = "style.css";
const EXIT: &str = "exit.js";
const FRAME_SCRIPT: &str = "frame.js";

fn is_app(name: &str) -> bool {
    name.starts_with(&APP_FILES[1..])
}

/// The worker gets all pages and data in one file, and the icon that browsers look at whenever a page is loaded.
fn is_offline(name: &str) -> bool {
    is_app(name)
        || [KEEPER_FILES, OFFLINE_FILES].iter().any(|start| name.starts_with(&start[1..]))
        || name == &WORKER[1..]
        || name == &Icon::APP[0].address()[1..]
}

fn is_article(name: &str) -> bool {
    name.starts_with("news/")
}

fn is_other_page(name: &str) -> bool {
    name.ends_with(".html") && !is_article(name) && (0..Frame::FOLDERS.len()).all(|at| !is_in(name, at))
}

/// Whether a file is below the folder of frames with that number.
fn is_in(name: &str, at: usize) -> bool {
    name.starts_with(&Frame::FOLDERS[at][1..])
}

fn is_feed_frame(name: &str) -> bool {
    is_in(name, 0) || is_in(name, 1)
}

fn is_data(name: &str) -> bool {
    name.starts_with("data/")
}

/// Compresses every file, prints what the site weighs, and returns the compressed files.
///
/// # Errors
///
/// When a budget is exceeded.
pub fn compress_and_report(files: &Files, shell: &Shell, partners: &Partners) -> Result<Files, Failure> {
    let mut weights = Vec::new();
    let mut compressed = Files::new();
    for (name, bytes) in files {
        // Pictures are packed already.
        let packed = if name.ends_with(".png") { bytes.clone() } else { pack(bytes)? };
        weights.push((name.as_str(), bytes.len(), packed.len()));
        if !name.ends_with(".png") {
            compressed.insert(format!("{name}.br"), packed);
        }
    }
    for (name, text) in
        [(STYLE, &shell.style), (EXIT, &shell.exit.code), (FRAME_SCRIPT, &partners.frame_script.code)]
    {
        weights.push((name, text.len(), pack(text.as_bytes())?.len()));
    }
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
