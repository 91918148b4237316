// @ts-check
// A frame in a partner's page: heeds the wishes in its address, tells the page how high it is, and opens links where the
// page lets it. It stores nothing and asks nobody for anything; a page that is hostile gets numbers and addresses.
(() => {
  const root = document.documentElement;
  const { topics } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
  const wishes = new URLSearchParams(location.search);
  /** @type {string[]} */
  const problems = [];
  /** @param {string} name @param {RegExp} form @param {string} remedy @returns {string | undefined} What is wished for. */
  const wish = (name, form, remedy) => {
    const value = wishes.get(name) ?? "";
    if (!value || form.test(value)) return value || undefined;
    problems.push(`${name}="${value.slice(0, 40)}": ${remedy}`);
    return undefined;
  };

  // The frame of a topic has an address of its own, so that it is complete without this script.
  if (topics !== undefined) {
    const topic = wish("topic", new RegExp(`^(${topics})$`), `write one of ${topics.replaceAll("|", ", ")}`);
    if (topic) {
      wishes.delete("topic");
      location.replace(`/embed/topics/${topic}/?${wishes}${location.hash}`);
      return;
    }
  }
  const count = Number(wish("count", /^([1-9]|10)$/, "write a number from 1 to 10") ?? 3);
  const scheme = wish("scheme", /^(light|dark|auto)$/, "write light, dark or auto");
  const from = wish("from", /^[a-z0-9-]{1,64}$/, "write lowercase letters, digits and hyphens, at most 64");
  wish("show", /^feed$/, "write feed, hotline or donate, or article with its name beside it");
  wish("lang", /^en$/, "write en, the only language so far");
  const accent = parseColor(wish("accent", /^#?[0-9a-f]{6}$/i, "write a color like #0a5c63") ?? "");
  if (scheme && scheme !== "auto") root.style.colorScheme = scheme;
  if (accent && contrastOn(accent) < LEAST_CONTRAST) {
    problems.push(`accent="${accent}": white text on it has a contrast of ${contrastOn(accent)}:1 and needs ${LEAST_CONTRAST}:1`);
  } else if (accent) {
    root.style.setProperty("--partner", accent);
    root.dataset.accent = "";
  }
  if (problems.length > 0) console.warn(`Count Me In shows what is usual instead of ${problems.join("; ")}.`);

  // WordPress knows its frames by a secret that it writes into their addresses (wp-includes/js/wp-embed.js).
  const secret = /^#\?secret=([a-z0-9]+)$/i.exec(location.hash)?.[1];
  /** @param {string} message @param {string | number} value */
  const tellWordPress = (message, value) => {
    if (secret) parent.postMessage({ message, value, secret }, "*");
  };
  let told = 0;
  /** @param {boolean} isAsked Whether it is told even if it is what was told last. */
  const tellHeight = (isAsked) => {
    const value = Math.ceil(document.body.getBoundingClientRect().height);
    // Chromium measures a pixel less once the frame is painted; the partner's page shall not move for that.
    if (!isAsked && (value === told || value === told - 1)) return;
    // Somebody has left, or the page does not show the frame at all.
    if (value < 1 || parent === self) return;
    told = value;
    parent.postMessage({ type: "cast:height", value }, "*");
    tellWordPress("height", value);
  };

  addEventListener("DOMContentLoaded", () => {
    for (const card of [...document.querySelectorAll(".story-card")].slice(count)) card.remove();
    root.dataset.counted = "";
    for (const link of document.links) {
      // A call has no use for a tab of its own, and the exit takes the whole window along.
      if (link.protocol.startsWith("http") && !("exit" in link.dataset)) link.target = "_blank";
      if (from && link.pathname === "/donate/") link.search = `?from=${from}`;
    }
    // At once, because an observer sees nothing in a frame that is not painted before its height is known.
    tellHeight(true);
    new ResizeObserver(() => tellHeight(false)).observe(document.body);
  });
  addEventListener("message", ({ source, data }) => {
    if (source === parent && data?.message === "ready") tellHeight(true);
  });
  // In its sandbox a frame can open nothing; WordPress goes to pages of the frame's own host.
  addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a");
    if (!secret || !link || !link.protocol.startsWith("http")) return;
    event.preventDefault();
    tellWordPress("link", link.href);
  });
})();
