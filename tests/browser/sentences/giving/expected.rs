//! What the links of each example in `docs/giving.md` look like, written down a second time and without the code that
//! makes them.

/// What a provider's links look like, written down a second time.
pub struct Expected {
    /// What stands before every link.
    pub origin: &'static str,
    /// The rest of the link for an amount, if one goes along, and a frequency; `None` where it cannot be given so.
    pub rest: fn(Option<&str>, &str) -> Option<String>,
    /// Whether a plain form hands another amount over without scripts.
    pub has_form: bool,
    /// Whether it takes over an amount that is typed.
    pub takes_typed: bool,
    /// What is said to go along.
    pub said: fn(&Choice) -> String,
}

/// What was chosen, in words.
pub struct Choice<'a> {
    /// Such as `$50`, or that it is the donor's choice.
    pub amount: &'a str,
    /// Whether it is none of those that are offered.
    pub is_own: bool,
    /// Such as `every month`.
    pub how_often: &'a str,
    /// Whether the page runs scripts.
    pub runs_scripts: bool,
}

const ALL_OF_IT: &str = "Your choice goes along.";

fn but_the_own(amount: &str) -> String {
    format!("An amount of your own does not go along. Enter there: {amount}.")
}

/// What the links of a provider's example look like.
pub fn expected(provider: &str) -> Expected {
    match provider {
        "every-org" => Expected {
            origin: "https://www.every.org",
            rest: |amount, frequency| {
                let amount = amount.map_or(String::new(), |amount| format!("amount={amount}&"));
                Some(format!("/castla?{amount}frequency={frequency}#/donate"))
            },
            has_form: true,
            takes_typed: true,
            said: |_| ALL_OF_IT.into(),
        },
        "givebutter" => Expected {
            origin: "https://givebutter.com",
            rest: |amount, frequency| {
                let amount = amount.map(|amount| format!("amount={amount}"));
                let frequency = (frequency != "once").then(|| format!("frequency={frequency}"));
                let query: Vec<String> = amount.into_iter().chain(frequency).collect();
                Some(if query.is_empty() { "/castla".into() } else { format!("/castla?{}", query.join("&")) })
            },
            has_form: false,
            takes_typed: true,
            said: |choice| {
                if choice.is_own && !choice.runs_scripts {
                    but_the_own(choice.amount)
                } else {
                    ALL_OF_IT.into()
                }
            },
        },
        "paypal" => Expected {
            origin: "https://www.paypal.com",
            rest: |amount, _| {
                let amount = amount.map_or(String::new(), |amount| format!("&amount={amount}"));
                Some(format!("/donate?hosted_button_id=ABC123{amount}"))
            },
            has_form: true,
            takes_typed: true,
            said: |choice| format!("How often does not go along. Choose there: {}.", choice.how_often),
        },
        "stripe" => Expected {
            origin: "https://buy.stripe.com",
            rest: |amount, frequency| match (amount, frequency) {
                (Some(amount), frequency) => Some(format!("/{}{amount}", &frequency[..1])),
                (None, "once") => Some("/any".into()),
                (None, _) => None,
            },
            has_form: false,
            takes_typed: false,
            said: |choice| if choice.is_own { but_the_own(choice.amount) } else { ALL_OF_IT.into() },
        },
        "donorbox" => Expected {
            origin: "https://donorbox.org",
            rest: |_, frequency| Some(format!("/castla?default_interval={}", &frequency[..1])),
            has_form: false,
            takes_typed: false,
            said: |choice| format!("The amount does not go along. Enter there: {}.", choice.amount),
        },
        _ => Expected {
            origin: super::MIGHTYCAUSE,
            rest: |_, _| Some(super::ORGANIZATION.into()),
            has_form: false,
            takes_typed: false,
            said: |choice| {
                let Choice { amount, how_often, .. } = choice;
                format!(
                    "Mightycause does not take over your choice, and may offer others. Enter there: {amount}, {how_often}."
                )
            },
        },
    }
}
