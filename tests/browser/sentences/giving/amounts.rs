//! The page's own reading of amounts is that of the type `Amount`, letter by letter.

use count_me_in::{
    messages::document_messages,
    model::{Amount, AmountError, Language},
};
use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use serde_json::json;

use super::{DONATE, providers::example};
use crate::{
    edition::Edition,
    ensure_eq,
    examples::put,
    sentences,
    spellings::typed,
    visit::{Outcome, Stop, Visit},
};

sentences![the_page_reads_amounts_as_the_build_does];

/// How many texts are typed in each language.
const TEXTS: usize = 25_000;

/// How many of them a driver is given at once, which ends a script that takes longer than 30 s.
const AT_ONCE: usize = 10_000;

/// Types each text, and says what the button says, or what is wrong once it is pressed.
const READ: &str = "
    const [texts, lang] = arguments;
    document.documentElement.lang = lang;
    const field = document.querySelector('#other-amount');
    const words = document.querySelector('.hand-off button[data-frequency=once]');
    const form = document.querySelector('.hand-off');
    const any = document.querySelector('.giving-form').dataset.any;
    return texts.map((text) => {
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        if (!words.textContent.includes(any)) return words.textContent;
        form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
        return document.querySelector('.error-summary a').textContent;
    });";

/// What the page has to say.
fn expected(text: &str, language: Language) -> String {
    let words = document_messages();
    let most = words.money(Amount::LARGEST);
    match Amount::parse(text, language) {
        Ok(amount) if amount.to_minor() == 0 => words.giving_too_small(&words.money(Amount::from_minor(1))),
        Ok(amount) => words.giving_continue(&words.money(amount), words.give_once),
        Err(AmountError::Empty) => words.giving_empty.to_owned(),
        Err(AmountError::Unreadable) => words.giving_unreadable.to_owned(),
        Err(AmountError::TooLarge) => words.giving_too_large(&most),
    }
}

/// Texts as the strategies of the native tests make them, new ones each time.
fn texts() -> Outcome<Vec<String>> {
    let mut runner =
        TestRunner::new_with_rng(Config::default(), TestRng::from_seed(RngAlgorithm::XorShift, &seed()));
    let strategy = typed();
    (0..TEXTS)
        .map(|_| {
            let tree = strategy.new_tree(&mut runner).map_err(|reason| Stop::Failed(reason.to_string()))?;
            // A field has one line, and drivers speak JSON, in which half a character cannot be said.
            Ok(tree.current().replace(['\n', '\r'], ""))
        })
        .collect()
}

fn seed() -> [u8; 16] {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    now.as_nanos().to_le_bytes()
}

async fn the_page_reads_amounts_as_the_build_does(visit: &mut Visit<'_>) -> Outcome {
    let example = example("plain-page")?;
    let edition = Edition::giving(|file| {
        put(&example, file);
        file["minimum"] = json!(1);
        file["maximum"] = json!(Amount::LARGEST.to_minor());
    })?;
    visit.site.renew(edition.router()).await?;
    let texts = texts()?;
    for language in Language::ALL {
        visit.page.open(DONATE).await?;
        for texts in texts.chunks(AT_ONCE) {
            let arguments = vec![json!(texts), json!(language.tag())];
            let said = visit.page.client().execute(READ, arguments).await?;
            let said: Vec<String> = serde_json::from_value(said)?;
            ensure_eq!(said.len(), texts.len(), "texts read");
            for (text, said) in texts.iter().zip(said) {
                ensure_eq!(said, expected(text, language), "{text:?} in {language:?}");
            }
        }
    }
    Ok(())
}
