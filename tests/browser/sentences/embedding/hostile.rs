//! Partners' pages and frames that mean harm: neither can make the other do anything else than is asked for.

use count_me_in::routes::Frame;

use crate::{
    ensure, ensure_eq, partner, sentences,
    visit::{Outcome, Visit},
};

sentences![
    forged_messages_move_nothing,
    a_hostile_frame_moves_nothing_but_its_own_height,
    script_in_any_attribute_or_address_stays_text,
];

/// The heights of all frames, as the page has them.
const HEIGHTS: &str = "[...document.querySelectorAll('cast-news')].map((element) => element.shadowRoot.querySelector('iframe').style.height)";

/// Messages that are no height, or none that is meant.
const FORGED: &str = "[
    { type: 'cast:height', value: 7777 }, { type: 'cast:height', value: '7777' }, { type: 'cast:height', value: NaN },
    { type: 'cast:height', value: Infinity }, { type: 'cast:height', value: { valueOf: 1 } }, { type: 'cast:height' },
    { type: 'height', value: 7777 }, { message: 'height', value: 7777, secret: '' }, { message: 'link', value: 'about:blank' },
    'cast:height', 7777, null, undefined, [], new Map([['type', 'cast:height']]),
]";

async fn forged_messages_move_nothing(visit: &mut Visit<'_>) -> Outcome {
    // From the page itself, from a frame of somebody else's, and from one of ours under another's control.
    let stranger = format!(
        "<script>for (const forged of {FORGED}) parent.postMessage(forged, '*'); parent.postMessage('sent', '*');</script>"
    );
    visit.elsewhere.publish("/__partners/stranger.html", stranger);
    let body = partner::script(visit) + &partner::element("show=donate") + &partner::element("show=hotline");
    partner::open(visit, &body).await?;
    for number in [0, 1] {
        partner::wait_until_shown(visit, number).await?;
    }
    let before: Vec<String> = visit.page.ask(HEIGHTS).await?;
    visit.page.run("window.heard = []; addEventListener('message', ({ data }) => heard.push(data))").await?;
    visit
        .page
        .run(&format!(
            "for (const forged of {FORGED}) postMessage(forged, '*');
             for (const sender of ['{}', 'null']) for (const source of [null, window])
                for (const forged of {FORGED}) dispatchEvent(new MessageEvent('message', {{ data: forged, origin: sender, source }}));",
            visit.site.origin()
        ))
        .await?;
    let stranger = format!("{}/__partners/stranger.html", visit.elsewhere.origin());
    for sandbox in ["", "allow-scripts"] {
        visit
            .page
            .run(&format!(
                "heard.length = 0;
                 const frame = document.createElement('iframe');
                 if ('{sandbox}') frame.setAttribute('sandbox', '{sandbox}');
                 frame.src = '{stranger}';
                 document.body.append(frame);"
            ))
            .await?;
        visit.page.wait_for("the forged messages", "heard.includes('sent')").await?;
        ensure_eq!(visit.page.ask::<Vec<String>>(HEIGHTS).await?, before, "heights after {sandbox:?}");
    }
    // The right window with the wrong origin: the page has taken our frame out of its sandbox and led it elsewhere.
    let frame = partner::frame_of(0);
    visit
        .page
        .run(&format!("heard.length = 0; {frame}.removeAttribute('sandbox'); {frame}.src = '{stranger}'"))
        .await?;
    visit.page.wait_for("the forged messages", "heard.includes('sent')").await?;
    ensure_eq!(
        visit.page.ask::<Vec<String>>(HEIGHTS).await?,
        before,
        "heights after messages of another origin"
    );
    Ok(())
}

async fn a_hostile_frame_moves_nothing_but_its_own_height(visit: &mut Visit<'_>) -> Outcome {
    // The browsers' own words about what the frame is not allowed.
    visit.expected = |_| true;
    // What a frame would do whose server somebody has taken over.
    visit.site.publish(
        Frame::FOLDERS[0],
        "<!doctype html><script>
            const height = (value) => parent.postMessage({ type: 'cast:height', value }, '*');
            addEventListener('message', ({ data }) => {
                for (const value of data.heights) height(value);
                for (const attempt of [
                    () => { top.location = 'about:blank'; },
                    () => { top.location.href = 'about:blank'; },
                    () => top.location.replace('about:blank'),
                    () => { parent.document.title = 'taken'; },
                    () => { parent.name = 'taken'; },
                    () => alert('taken'),
                ]) { try { attempt(); } catch { continue; } }
                for (const message of ['link', 'navigate', 'eval']) parent.postMessage({ message, type: `cast:${message}`, value: 'javascript:alert(1)' }, '*');
                parent.postMessage('done', '*');
            });
            height(200);
        </script>"
            .to_owned(),
    );
    let body = partner::script(visit) + &partner::element("show=feed") + &partner::element("show=donate");
    partner::open(visit, &body).await?;
    for number in [0, 1] {
        partner::wait_until_shown(visit, number).await?;
    }
    let other: String = visit.page.ask(&format!("{HEIGHTS}[1]")).await?;
    visit.page.run("window.heard = []; addEventListener('message', ({ data }) => heard.push(data))").await?;
    for (heights, wanted) in [
        ("[1e12]", "10000px"),
        ("[Number.MAX_VALUE]", "10000px"),
        ("[-5]", "64px"),
        ("[0]", "64px"),
        ("[300.2]", "301px"),
        ("[-Infinity, Infinity, NaN, '900', null, [900], {}]", "301px"),
        ("['900px; position: fixed']", "301px"),
    ] {
        visit
            .page
            .run(&format!(
                "heard.length = 0; {}.contentWindow.postMessage({{ heights: {heights} }}, '*')",
                partner::frame_of(0)
            ))
            .await?;
        visit.page.wait_for("the frame to have done its worst", "heard.includes('done')").await?;
        ensure_eq!(visit.page.ask::<String>(&format!("{HEIGHTS}[0]")).await?, wanted, "height for {heights}");
        ensure_eq!(
            visit.page.ask::<String>(&format!("{HEIGHTS}[1]")).await?,
            other,
            "height of the other frame"
        );
    }
    ensure_eq!(
        visit
            .page
            .ask::<(String, String, String)>("[location.pathname, document.title, window.name]")
            .await?,
        (partner::PAGE.to_owned(), "A partner’s page".to_owned(), String::new()),
        "the partner's page"
    );
    Ok(())
}

async fn script_in_any_attribute_or_address_stays_text(visit: &mut Visit<'_>) -> Outcome {
    const HOSTILE: [&str; 6] = [
        "javascript:alert(1)",
        "\"><img src=x onerror=alert(1)>",
        "../../donate",
        "//127.0.0.2/",
        "</script><script>alert(1)</script>",
        "feed?show=hotline#x;}*{display:none",
    ];
    const NAMES: [&str; 8] = ["show", "article", "count", "topic", "lang", "scheme", "accent", "from"];
    visit.expected = |entry| entry.text.contains("Count Me In shows what is usual");
    partner::open(visit, &(partner::script(visit) + "<main></main>")).await?;
    visit.page.wait_for("the element", "customElements.get('cast-news')").await?;
    for hostile in HOSTILE {
        let text = serde_json::to_string(hostile)?;
        for name in NAMES {
            let also = if name == "article" { "element.setAttribute('show', 'article');" } else { "" };
            visit
                .page
                .run(&format!(
                    "const element = document.createElement('cast-news');
                     element.innerHTML = '<a href=\"/\">The plain link</a>';
                     {also} element.setAttribute('{name}', {text});
                     document.querySelector('main').replaceChildren(element);"
                ))
                .await?;
            partner::enter(visit, 0).await.map_err(|stop| stop.at(&format!("{name}={hostile}")))?;
            let cards: usize = visit.page.ask("document.querySelectorAll('.story-card').length").await?;
            let place: (String, String) = visit.page.ask("[location.pathname, location.host]").await?;
            let host = visit.site.origin().trim_start_matches("http://").to_owned();
            ensure_eq!((place, cards), (("/embed/feed/".to_owned(), host), 3), "{name}={hostile} shows");
            ensure!(
                visit.page.ask("!document.querySelector('img, [onerror]') && getComputedStyle(document.body).display === 'block'").await?,
                "{name}={hostile} is more than text"
            );
            visit.page.leave_frame().await?;
        }
    }
    ensure_eq!(visit.page.ask::<String>("document.title").await?, "A partner’s page", "the partner's page");
    Ok(())
}
