//! What leaving does, by situation and browser, as the tests saw it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    messages::{DocumentMessages, document_messages, messages},
    model::{Leaving, Seen, Situation},
    still::{IntoStill, Still},
};

/// How much of the hash of the exit's code is shown; the rest is in its title.
const HASH_SHOWN: usize = "sha256-".len() + 8;

/// A table of four questions, answered for each situation; on narrow screens each answer is a line of its own.
#[component]
pub fn LeavingTable(
    /// What the tests saw.
    leaving: Arc<Leaving>,
) -> Still {
    let words = document_messages();
    let names = [words.leaving_browser].into_iter().chain(questions(words));
    let head = row(names.map(|name| header(name.to_owned(), "col", None)).collect());
    let situations: Vec<Still> = Situation::ALL
        .into_iter()
        .filter_map(|situation| body(words, situation, rows(&leaving, situation)))
        .collect();
    let hash = leaving.code.get(..HASH_SHOWN).unwrap_or_default().to_owned();
    // A style that makes blocks of rows and cells takes their meaning away in some browsers; roles keep it
    // (so `tests/html-validate.json` lets roles be repeated).
    view! {
        <div class="leaving-table">
            <table role="table">
                <caption>{words.leaving_caption(&messages().date(leaving.tested))}</caption>
                <thead role="rowgroup">{head}</thead>
                {situations}
            </table>
            <p>
                {words.leaving_method} " " {words.leaving_code} " "
                <code title=leaving.code.clone()>{hash} "…"</code>
            </p>
        </div>
    }
    .into_still()
}

fn questions(words: &DocumentMessages) -> [&'static str; 4] {
    [words.leaving_blank, words.leaving_destination, words.leaving_history, words.leaving_storage]
}

fn body(words: &'static DocumentMessages, situation: Situation, rows: Vec<Row>) -> Option<Still> {
    let name = match situation {
        Situation::Tab => words.situation_tab,
        Situation::AppWindow => words.situation_app_window,
        Situation::Frame => words.situation_frame,
        Situation::FrameByShift => words.situation_frame_by_shift,
        Situation::SandboxedFrame => words.situation_sandboxed_frame,
        Situation::Offline => words.situation_offline,
        Situation::ScriptsOff => words.situation_scripts_off,
    };
    let not_tried = match situation {
        Situation::AppWindow => words.leaving_no_window,
        _ => words.leaving_not_tried,
    };
    if rows.is_empty() {
        return None;
    }
    let mut body = vec![row(vec![header(name.to_owned(), "rowgroup", Some("5"))])];
    for (seen, browsers) in rows {
        // A browser and its version stay together.
        let browsers = browsers.iter().map(|browser| browser.replace(' ', "\u{a0}")).collect::<Vec<_>>();
        let mut cells = vec![header(browsers.join(", "), "row", None)];
        match seen {
            None => cells.push(cell("", ("leaving-table__untried", not_tried), Some("4"))),
            Some(seen) => {
                let seen = [seen.blank, seen.destination, seen.history, seen.storage];
                cells.extend(questions(words).into_iter().zip(seen).map(|(question, is_so)| {
                    let yes = ("leaving-table__yes", words.leaving_yes);
                    let no = ("leaving-table__no", words.leaving_no);
                    cell(question, if is_so { yes } else { no }, None)
                }));
            }
        }
        body.push(row(cells));
    }
    Some(view! { <tbody role="rowgroup">{body}</tbody> }.into_still())
}

fn row(cells: Vec<Still>) -> Still {
    view! { <tr role="row">{cells}</tr> }.into_still()
}

fn header(name: String, scope: &'static str, columns: Option<&'static str>) -> Still {
    let role = if scope == "col" { "columnheader" } else { "rowheader" };
    view! {
        <th scope=scope role=role colspan=columns>
            {name}
        </th>
    }
    .into_still()
}

/// An answer, and its question, which is shown where the head of the table is not; it is read out with each
/// cell anyway.
fn cell(
    question: &'static str,
    (class, answer): (&'static str, &'static str),
    columns: Option<&'static str>,
) -> Still {
    view! {
        <td role="cell" colspan=columns>
            <span aria-hidden="true">{question}</span>
            <span class=class>{answer}</span>
        </td>
    }
    .into_still()
}

/// What was seen, and in which browsers.
type Row = (Option<Seen>, Vec<String>);

/// The browsers of a situation, those together in which the same was seen.
fn rows(leaving: &Leaving, situation: Situation) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for finding in leaving.findings.iter().filter(|finding| finding.situation == situation) {
        match rows.iter_mut().find(|(seen, _)| *seen == finding.seen) {
            Some((_, browsers)) => browsers.push(finding.browser.clone()),
            None => rows.push((finding.seen, vec![finding.browser.clone()])),
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Finding;

    #[test]
    fn browsers_share_a_row_when_the_same_was_seen_in_the_same_situation() {
        let all = Some(Seen { blank: true, destination: true, history: true, storage: true });
        let some = all.map(|seen| Seen { storage: false, ..seen });
        let finding =
            |situation, browser: &str, seen| Finding { situation, browser: browser.to_owned(), seen };
        let leaving = Leaving {
            tested: "2026-01-31".parse().unwrap(),
            code: "sha256-A=".to_owned(),
            findings: vec![
                finding(Situation::Tab, "A", all),
                finding(Situation::Tab, "B", some),
                finding(Situation::Offline, "A", all),
                finding(Situation::Tab, "C", all),
                finding(Situation::Tab, "D", None),
            ],
        };
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            rows(&leaving, Situation::Tab),
            [(all, names(&["A", "C"])), (some, names(&["B"])), (None, names(&["D"]))]
        );
    }
}
