// @ts-check
// The fields of /embed/ (src/documents/embed.rs): makes the lines that partners copy, shows what they do, and copies them.
// After contrast.js in one script. The preview is made from the very lines of the first recipe.
(() => {
  /** @param {ParentNode} place @param {string} selector */
  const find = (place, selector) => /** @type {HTMLElement | null} */ (place.querySelector(selector));
  /** @param {string} text For text and for attributes in quotation marks. */
  const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
  /** @param {string} template @param {Record<string, string>} values */
  const fill = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

  /** @param {HTMLElement} builder @param {string} name */
  const field = (builder, name) => /** @type {HTMLInputElement | HTMLSelectElement | null} */ (builder.querySelector(`[name=${name}]`));
  /** @param {HTMLElement} builder @param {string} name @param {string} judgment Which of its words a field says. @param {string} [ratio] */
  const judge = (builder, name, judgment, ratio = "") => {
    field(builder, name)?.setAttribute("aria-invalid", String(judgment === "low" || judgment === "wrong"));
    const said = find(builder, `#embed-${name}-said`);
    const text = fill(said?.dataset[judgment] ?? "", { ratio });
    if (said && said.textContent !== text) said.textContent = text;
  };
  /** @param {HTMLElement} builder @param {string} name What is entered, or nothing if it is wrong. */
  const value = (builder, name) => {
    const entered = field(builder, name);
    const isRight = entered?.validity.valid ?? false;
    judge(builder, name, isRight ? "usual" : "wrong");
    return isRight ? entered?.value ?? "" : "";
  };

  /** @param {HTMLElement} builder The color, if white text on it can be read; what is wrong with it is said. */
  const accent = (builder) => {
    const entered = field(builder, "accent")?.value.trim() ?? "";
    const color = parseColor(entered);
    const ratio = color ? contrastOn(color) : 0;
    const judgment = !entered ? "usual" : !color ? "wrong" : ratio < LEAST_CONTRAST ? "low" : "good";
    judge(builder, "accent", judgment, String(ratio));
    return judgment === "good" ? color ?? "" : "";
  };

  /** @param {HTMLElement} builder */
  const originOf = (builder) => builder.dataset.origin || location.origin;
  /** @param {HTMLElement} builder Whether what the lines name can be loaded from this page, which loads nothing from another address. */
  const isHere = (builder) => originOf(builder) === location.origin;
  /** @param {HTMLElement} builder */
  const isPinned = (builder) => /** @type {HTMLInputElement | null} */ (field(builder, "pin"))?.checked;
  /** How integrity attributes write the hash of the script, as far as it could be looked at. */
  let hash = "";
  // Asked of the script itself, because this page may be an older one that was kept for reading offline.
  /** @param {HTMLElement} builder */
  const pin = async (builder) => {
    hash = "";
    judge(builder, "pin", "");
    refresh(builder);
    if (!isPinned(builder)) return;
    try {
      const answer = isHere(builder) && await fetch(builder.dataset.script ?? "", { cache: "no-cache" });
      const digest = answer && answer.ok && await crypto.subtle.digest("SHA-256", await answer.arrayBuffer());
      if (digest) hash = `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
    } catch {
      hash = "";
    }
    // It may be that nobody wants it any more.
    if (isPinned(builder)) judge(builder, "pin", hash ? "good" : "wrong");
    refresh(builder);
  };

  /** @param {HTMLElement} builder What is chosen, as the places of the templates. */
  const read = (builder) => {
    const chosen = /** @type {HTMLInputElement | null} */ (builder.querySelector("[name=show]:checked"));
    const show = chosen?.value ?? "feed";
    const { title = "", link = "", text = "" } = chosen?.dataset ?? {};
    const isFeed = show === "feed";
    const isArticle = show === "article";
    /** @type {Record<string, boolean>} */
    const fits = { article: isArticle, topic: isFeed, count: isFeed, from: show === "donate" };
    for (const [name, isFitting] of Object.entries(fits)) find(builder, `[data-field=${name}]`)?.toggleAttribute("hidden", !isFitting);
    const story = /** @type {HTMLSelectElement | null} */ (field(builder, "article"))?.selectedOptions[0];
    // A field for numbers takes 03, 2.0 and 1e1, too.
    const count = isFeed ? String(Number(value(builder, "count")) || "") : "";
    const scheme = value(builder, "scheme");
    const topic = isFeed ? value(builder, "topic") : "";
    const from = show === "donate" ? value(builder, "from") : "";
    /** @type {[string, string][]} */
    const wishes = [
      ["count", count === "3" ? "" : count],
      ["scheme", scheme === "auto" ? "" : scheme],
      ["accent", accent(builder)],
      ["from", from],
    ];
    const origin = originOf(builder);
    const page = isArticle ? `${origin}/news/${story?.value}/` : "";
    /** @type {[string, string][]} */
    const attributes = [["show", isFeed ? "" : show], ["article", isArticle ? story?.value ?? "" : ""], ["topic", topic], ...wishes];
    const folder = isArticle ? `news/${story?.value}` : topic ? `topics/${topic}` : show;
    const frame = new URL(`${origin}/embed/${folder}/`);
    for (const [name, wish] of wishes) if (wish) frame.searchParams.set(name, wish);
    return {
      origin,
      page,
      pin: isPinned(builder) && hash ? ` integrity="${hash}" crossorigin="anonymous"` : "",
      attributes: attributes.map(([name, wish]) => wish && ` ${name}="${escape(wish)}"`).join(""),
      link: escape(isArticle ? page : link.startsWith("/") ? origin + link + (from && `?from=${from}`) : link),
      text: escape(isArticle ? story?.text ?? "" : text),
      frame: escape(frame.href),
      title: escape(isArticle ? story?.text ?? "" : title),
    };
  };

  /** @param {HTMLElement} builder */
  const refresh = (builder) => {
    const values = read(builder);
    const isKnown = Boolean(builder.dataset.origin);
    for (const snippet of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-snippet]"))) {
      const lines = fill(snippet.dataset.template ?? "", values);
      const code = find(snippet, "code");
      const size = find(snippet, ".snippet__size");
      const button = find(snippet, "[data-command]");
      const said = find(snippet, "[role=status]");
      const isNew = code && code.textContent !== lines;
      if (isNew) code.textContent = lines;
      if (isNew && said) said.textContent = "";
      if (size) size.textContent = fill(size.dataset.template ?? "", { bytes: new TextEncoder().encode(lines).length.toLocaleString() });
      if (button) button.hidden = false;
      // WordPress finds a card by an article's address, and only where the site knows its own.
      snippet.hidden = !lines || (snippet.dataset.snippet === "wordpress" && !isKnown);
      if (snippet.dataset.snippet === "element") show(builder, lines);
    }
  };

  let shown = "";
  /** @param {HTMLElement} builder @param {string} lines Runs them, as a page that has them does. */
  const show = (builder, lines) => {
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-preview]"))) {
      part.hidden = isHere(builder) !== (part.dataset.preview === "here");
    }
    const stage = find(document, ".embed-preview > [inert]");
    if (!isHere(builder) || !stage || (lines === shown && stage.childElementCount > 0)) return;
    shown = lines;
    stage.replaceChildren(document.createRange().createContextualFragment(lines));
  };

  /** @param {HTMLElement} button */
  const copy = async (button) => {
    const snippet = /** @type {HTMLElement | null} */ (button.closest("[data-snippet]"));
    const code = snippet && find(snippet, "code");
    const said = snippet && find(snippet, "[role=status]");
    if (!code || !said) return;
    said.textContent = said.dataset.busy ?? "";
    const isDone = await (async () => {
      // There is no clipboard where the page did not come over a secure line.
      try { await navigator.clipboard.writeText(code.textContent ?? ""); return true; } catch { return false; }
    })();
    if (!isDone) getSelection()?.selectAllChildren(code);
    said.textContent = (isDone ? said.dataset.done : said.dataset.failed) ?? "";
  };

  const start = () => {
    const builder = find(document, ".embed-builder");
    if (!builder || !builder.hidden) return;
    builder.hidden = false;
    for (const notice of document.querySelectorAll(".without-scripts")) notice.setAttribute("hidden", "");
    // A browser may bring back what was chosen before.
    pin(builder);
  };
  addEventListener("input", ({ target }) => {
    const builder = target instanceof Element && target.closest(".embed-builder");
    if (!(builder instanceof HTMLElement)) return;
    if (target === field(builder, "pin")) pin(builder);
    else refresh(builder);
  });
  addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("[data-command]");
    if (button instanceof HTMLElement) copy(button);
  });
  // The app may put the page on screen anew, when somebody comes back to it.
  new MutationObserver(start).observe(document.body, { childList: true, subtree: true });
  start();
})();
