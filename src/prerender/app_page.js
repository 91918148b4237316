// @ts-check
// The buttons of /app/ (src/documents/app.rs): installing the app, keeping the news for reading without a connection,
// counting what is stored, deleting all of it. Whatever a browser refuses is survived, and what is shown was counted.
(() => {
  const root = document.documentElement;
  /** @param {string} selector */
  const find = (selector) => /** @type {HTMLElement | null} */ (document.querySelector(selector));
  /** @param {string} name */
  const button = (name) => find(`[data-command=${name}]`);
  /** @param {string} name What came of a command. */
  const outcome = (name) => find(`[data-command=${name}] + [role=status]`);

  /** @template T @param {() => T | Promise<T>} ask What a browser may refuse, at once or later. */
  const attempt = async (ask) => {
    try { return await ask(); } catch { return undefined; }
  };
  // A browser that has no such storage for this page, or lets it have none, keeps nothing in it.
  /** @template T @param {boolean} isThere @param {T} nothing @param {() => T | Promise<T>} ask */
  const look = (isThere, nothing, ask) => attempt(async () => {
    try { return isThere ? await ask() : nothing; } catch (error) {
      if (error instanceof DOMException && error.name === "SecurityError") return nothing;
      throw error;
    }
  });

  let last = Promise.resolve();
  // Counting opens caches, and would make those anew that are being deleted: what is done to them is done in turn.
  /** @template T @param {() => Promise<T>} work */
  const inTurn = (work) => {
    const done = last.then(work);
    last = done.then(() => {}, () => {});
    return done;
  };

  // How a page is named among what sw.js keeps: by its address, with a word before it where it is in parts.
  const NAME_OF_PAGE = /^(?:\/part)?(\/(?:.*\/)?)$/;
  const countKept = () => inTurn(async () => {
    const pages = new Set();
    let entries = 0;
    let size = 0;
    let isWhole = false;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      // The last entry of what sw.js keeps as a whole; single pages that were opened have none.
      isWhole ||= Boolean(await cache.match("/whole"));
      for (const request of await cache.keys()) {
        const content = await (await cache.match(request))?.blob();
        const [, page] = NAME_OF_PAGE.exec(new URL(request.url).pathname) ?? [];
        if (page) pages.add(page);
        entries += 1;
        size += content?.size ?? 0;
      }
    }
    return { pages: pages.size, entries, size, isWhole };
  });

  /** @param {number} bytes */
  const readable = (bytes) => {
    const [unit, divisor] = bytes < 1e6 ? ["kilobyte", 1e3] : ["megabyte", 1e6];
    return new Intl.NumberFormat(root.lang, { style: "unit", unit, maximumSignificantDigits: 3 }).format(bytes / divisor);
  };

  const count = async () => {
    const kept = await look("caches" in self, { pages: 0, entries: 0, size: 0, isWhole: false }, countKept);
    const registrations = async () => (await navigator.serviceWorker.getRegistrations()).length;
    const helpers = await look("serviceWorker" in navigator, 0, registrations);
    const notes = await look(true, 0, () => localStorage.length + sessionStorage.length);
    const dismissed = await look(true, 0, () => Number(localStorage.getItem("safe-reading") !== null));
    return { kept, helpers, notes, dismissed };
  };

  /** @param {string} name @param {string | number | boolean | undefined} value */
  const show = (name, value) => {
    const place = find(`[data-stored=${name}]`);
    const words = find(".stored")?.dataset;
    if (!place || !words) return;
    if (value === undefined) place.textContent = words.unknown ?? "";
    else if (value === true) place.textContent = words.yes ?? "";
    else place.textContent = value ? value.toLocaleString(root.lang) : words.none ?? "";
  };

  let isInstalled = false;
  let busy = "";
  /** @returns {{ prompt(): Promise<{ outcome: string }> } | undefined} What loader.js has put aside. */
  const offer = () => Reflect.get(window, "installPrompt");

  /** @param {string} name @param {boolean} isOffered Whether there is something to press. */
  const place = (name, isOffered) => {
    const pressed = button(name);
    if (!pressed) return;
    // What has the focus stays, so that nobody has to look for their place.
    pressed.hidden = !isOffered && pressed !== document.activeElement;
    pressed.setAttribute("aria-disabled", String(!isOffered));
  };

  /** @param {string} name @param {"busy" | "done" | "failed"} [what] */
  const say = (name, what) => {
    const said = outcome(name);
    const text = what ? said?.dataset[what] ?? "" : "";
    if (said && said.textContent !== text) said.textContent = text;
  };

  const browser = () => {
    const { userAgent, maxTouchPoints } = navigator;
    const isMac = userAgent.includes("Macintosh");
    if (/iPhone|iPad|iPod/.test(userAgent) || (isMac && maxTouchPoints > 1)) return "ios";
    if (userAgent.includes("Firefox")) return "firefox";
    return isMac && !userAgent.includes("Chrom") ? "mac" : "chromium";
  };

  const arrangeSteps = () => {
    const others = find(".install-steps__others");
    const fold = others?.querySelector(".fold__text");
    if (!others || !fold) return;
    const fitting = offer() || isInstalled ? "" : browser();
    for (const steps of document.querySelectorAll("[data-browser]")) {
      if (steps.getAttribute("data-browser") === fitting) others.before(steps);
      else fold.append(steps);
    }
    others.hidden = false;
  };

  const showVersion = () => {
    const version = find("[data-version]");
    const { build, built } = root.dataset;
    if (!version || !build || !built) return;
    const date = new Intl.DateTimeFormat(root.lang, { dateStyle: "long", timeZone: "UTC" }).format(new Date(built));
    version.textContent = (version.dataset.version ?? "").replace("{id}", build.slice(0, 8)).replace("{date}", date);
    version.hidden = false;
  };

  const refresh = async () => {
    isInstalled ||= matchMedia("(display-mode: standalone)").matches;
    arrangeSteps();
    place("install", Boolean(offer()) && !isInstalled);
    const { kept, helpers, notes, dismissed } = await count();
    show("pages", kept?.pages);
    show("size", kept && kept.entries > 0 ? readable(kept.size) : kept?.entries);
    show("helpers", helpers === undefined ? undefined : helpers > 0);
    show("dismissed", dismissed === undefined ? undefined : dismissed > 0);
    show("notes", notes === undefined ? undefined : notes - (dismissed ?? 0));
    place("keep", !kept?.isWhole);
    place("delete", true);
    if (isInstalled) say("install", "done");
    if (busy !== "keep") say("keep", kept?.isWhole ? "done" : undefined);
    for (const hidden of document.querySelectorAll(".stored")) hidden.removeAttribute("hidden");
  };

  const begin = () => {
    // Before anything is counted, which may take a slow device its time.
    for (const shown of document.querySelectorAll(".without-scripts")) shown.setAttribute("hidden", "");
    showVersion();
    refresh();
  };

  /** How long a worker may take to fetch all that it keeps, in ms. */
  const PATIENCE = 300_000;
  /** @param {ServiceWorker} worker Whether it has kept all, asked anew: a browser may go on with one that has erased it. */
  const keepsAgain = (worker) => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data === true);
    setTimeout(resolve, PATIENCE, false);
    worker.postMessage("keep", [port2]);
  });
  /** @param {ServiceWorker} worker Whether it gets to work, which it does once it has kept all. */
  const becomesActive = (worker) => new Promise((resolve) => {
    const look = () => {
      if (worker.state === "activated" || worker.state === "redundant") resolve(worker.state === "activated");
    };
    worker.addEventListener("statechange", look);
    look();
  });

  /** @type {Record<string, () => Promise<boolean>>} What each button does, and whether it is done. */
  const commands = {
    install: async () => {
      const answer = await offer()?.prompt();
      // The browser asks once for each offer, and makes another when it likes.
      Reflect.set(window, "installPrompt", undefined);
      isInstalled ||= answer?.outcome === "accepted";
      return isInstalled;
    },
    keep: async () => {
      const { active, waiting, installing } = await navigator.serviceWorker.getRegistration()
        ?? await navigator.serviceWorker.register("/sw.js");
      const worker = active ?? waiting ?? installing;
      if (!worker || !(await becomesActive(worker))) return false;
      return (await countKept()).isWhole || await keepsAgain(worker);
    },
    delete: async () => {
      await inTurn(Reflect.get(window, "eraseEverything"));
      const { kept, helpers, notes } = await count();
      return kept?.entries === 0 && helpers === 0 && notes === 0;
    },
  };

  /** @param {string} name */
  const run = async (name) => {
    if (busy || button(name)?.getAttribute("aria-disabled") === "true") return;
    busy = name;
    button(name)?.setAttribute("aria-disabled", "true");
    for (const other of Object.keys(commands)) say(other, other === name ? "busy" : undefined);
    const isDone = await attempt(commands[name]);
    await refresh();
    busy = "";
    say(name, isDone ? "done" : "failed");
  };

  addEventListener("click", (event) => {
    const pressed = event.target instanceof Element && event.target.closest("[data-command]");
    if (pressed) run(pressed.getAttribute("data-command") ?? "");
  });
  addEventListener("count-me-in:installable", refresh);
  addEventListener("appinstalled", () => { isInstalled = true; refresh(); });
  addEventListener("pageshow", (event) => { if (event.persisted) refresh(); });
  attempt(() => navigator.serviceWorker.ready.then(refresh));

  // The app may put the page on screen anew, when somebody comes back to it.
  let seen = find(".stored");
  new MutationObserver(() => {
    const now = find(".stored");
    if (now && now !== seen) begin();
    seen = now;
  }).observe(document.body, { childList: true, subtree: true });
  begin();
})();
