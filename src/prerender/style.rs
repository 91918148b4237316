//! The style sheet: one file a component, one text in each page.

use std::path::Path;

use lightningcss::{
    bundler::{Bundler, FileProvider},
    printer::PrinterOptions,
    stylesheet::ParserOptions,
};

use super::Failure;

/// Bundles a style sheet with all that it imports, and takes out what no browser needs.
///
/// # Errors
///
/// When a file is missing or is not CSS; the text says where.
pub fn bundle(main: &Path) -> Result<String, Failure> {
    let files = FileProvider::new();
    let sheet = Bundler::new(&files, None, ParserOptions::default())
        .bundle(main)
        .map_err(|error| Failure::Style(error.to_string()))?;
    let options = PrinterOptions { minify: true, ..PrinterOptions::default() };
    let text = sheet.to_css(options).map_err(|error| Failure::Style(error.to_string()))?;
    // A page splices the text into `<style>`, where `</` would end it early.
    if text.code.contains("</") {
        return Err(Failure::Style("style/: found \"</\". Write it as \"<\\/\".".to_owned()));
    }
    Ok(text.code)
}
