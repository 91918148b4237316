// @ts-check
// The element <cast-news> for partner sites. Invariant: whoever has put it into a page once need never change it. So what
// it understands only grows, and what it does to a page is this: in its shadow stand the link that the page gave it and one
// frame. By itself the frame sets its own height; to leave, or to open a link, somebody has to press it.
(() => {
  const NAME = "cast-news";
  if (customElements.get(NAME)) return;
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement) || !script.src) {
    console.warn(`${NAME}: load this script by its own address, without type="module".`);
    return;
  }
  const { origin } = new URL(script.src);
  /** @type {Record<string, string>} What each frame is called. */
  const TITLES = JSON.parse("FRAME_TITLES");
  /** What goes to the frame as it is; the frame warns of what it does not understand. */
  const WISHES = ["count", "topic", "lang", "scheme", "accent", "from"];
  /** The heights that a frame may have, in px. */
  const [LEAST, MOST] = [64, 10_000];

  class CastNews extends HTMLElement {
    static observedAttributes = ["show", "article", ...WISHES];
    #room = document.createElement("div");
    #link = document.createElement("slot");
    /** @type {HTMLIFrameElement | undefined} */
    #frame;
    #isDue = false;

    constructor() {
      super();
      Object.assign(this.#room.style, { position: "relative", minHeight: "1em" });
      this.#room.append(this.#link);
      this.attachShadow({ mode: "open" }).append(this.#room);
    }

    connectedCallback() {
      addEventListener("message", this);
      this.#render();
    }

    disconnectedCallback() {
      removeEventListener("message", this);
      this.#clear();
    }

    attributeChangedCallback() {
      this.#render();
    }

    #clear() {
      this.#frame?.remove();
      this.#frame = undefined;
      this.#link.style.display = "";
      this.#room.style.overflow = "hidden";
    }

    #address() {
      const [show, article] = ["show", "article"].map((name) => this.getAttribute(name) ?? "");
      const isArticle = show === "article" && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(article ?? "");
      const isKnown = isArticle || (show !== "article" && Object.hasOwn(TITLES, show ?? ""));
      const kind = show && isKnown ? show : "feed";
      const address = new URL(`/embed/${isArticle ? `news/${article}` : kind}/`, origin);
      for (const name of WISHES) {
        const value = this.getAttribute(name);
        if (value) address.searchParams.set(name, value);
      }
      // The frame says what is wrong with it, with all else that is.
      if (show && !isKnown) address.searchParams.set("show", show);
      return { address: address.href, title: TITLES[kind] ?? "" };
    }

    // Once, however many attributes change together.
    #render() {
      if (this.#isDue) return;
      this.#isDue = true;
      queueMicrotask(() => {
        this.#isDue = false;
        if (!this.isConnected) return;
        const { address, title } = this.#address();
        if (this.#frame?.src === address) return;
        // Another frame, because one that changes its address would put an entry into the page's history.
        this.#clear();
        const frame = document.createElement("iframe");
        frame.title = title;
        frame.loading = "lazy";
        frame.referrerPolicy = "no-referrer";
        frame.setAttribute("sandbox", "FRAME_SANDBOX");
        // While it is on its way, or if it never comes, the link has the place; the frame is too high for a scroll bar, which
        // would make it narrower than it is going to be.
        Object.assign(frame.style, { position: "absolute", top: "0", left: "0", width: "100%", height: `${MOST}px`, border: "0", visibility: "hidden" });
        frame.src = address;
        this.#frame = frame;
        this.#room.append(frame);
      });
    }

    /** @param {MessageEvent} event What any page may send; what counts comes from the own frame. */
    handleEvent({ source, origin: sender, data }) {
      const frame = this.#frame;
      // A sandbox takes the origin away.
      if (!frame || !source || source !== frame.contentWindow || (sender !== origin && sender !== "null")) return;
      if (data?.type !== "cast:height" || !Number.isFinite(data.value)) return;
      const height = Math.min(Math.max(Math.ceil(data.value), LEAST), MOST);
      Object.assign(frame.style, { position: "static", display: "block", height: `${height}px`, visibility: "" });
      this.#link.style.display = "none";
      this.#room.style.overflow = "";
    }
  }
  customElements.define(NAME, CastNews);
})();
