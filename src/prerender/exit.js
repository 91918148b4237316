// @ts-check
// "Leave this site": the page goes blank at once, the neutral site opens, and neither Back nor Forward shows a page of
// ours again. Needs no app, no network and no storage; whatever a browser refuses is survived.
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const destination = script.dataset.destination ?? "about:blank";
  const root = document.documentElement;
  const isFramed = top !== self;
  const { pushState, replaceState } = history;

  /** How long leaving waits, blank, before it goes on without going back: a slow phone has to start the worker first. In ms. */
  const PATIENCE = 3000;
  /** How far apart two presses of Shift may be, in ms. */
  const PAUSE = 5000;
  /** What the entry that is left says, or the tab's name, while the tab's first page comes back. */
  const LEAVING = "leaving";

  /** @param {() => unknown} action What a browser may refuse, at once or later. */
  const attempt = async (action) => {
    try { await action(); } catch { return; }
  };

  // Put aside beforehand, because a page that is left does not live to hear the answer. keeper.js does so even earlier.
  attempt(async () => { Reflect.set(window, "keeper", await navigator.serviceWorker.ready); });
  const forget = async () => Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  const dismiss = async () => {
    const workers = await navigator.serviceWorker.getRegistrations();
    return Promise.all(workers.map((worker) => worker.unregister()));
  };
  const clear = () => Promise.all([attempt(() => localStorage.clear()), attempt(() => sessionStorage.clear())]);
  // The one list of what the site keeps on a device. The worker goes on when the page is gone.
  const erase = () => {
    /** @type {ServiceWorkerRegistration | undefined} */
    const keeper = Reflect.get(window, "keeper");
    return Promise.all([
      attempt(() => navigator.serviceWorker.controller?.postMessage("erase")),
      // A worker that is just being installed controls nothing yet; it may be filling a cache.
      attempt(() => [keeper?.installing, keeper?.waiting, keeper?.active].forEach((worker) => worker?.postMessage("erase"))),
      attempt(() => keeper?.unregister()),
      clear(),
      attempt(forget),
      attempt(async () => { await dismiss(); await forget(); }),
    ]);
  };
  // For "Delete everything" on /app/.
  Reflect.set(window, "eraseEverything", erase);

  // Where there is no Navigation API (WebKitGTK 2.50, and in opaque origins), each entry keeps how many of ours are before
  // it and its place in the tab's history, and the tab's name has the same of the entry that was on screen last.
  let before = 0;
  let at = 0;
  const count = () => {
    const [last, lastAt] = window.name.split(" ").map(Number);
    const end = history.length - 1;
    // No browser keeps more than 50 or 100 entries; from then on a new one stands where the last one stood.
    const isNew = lastAt === end - 1 || (lastAt === end && history.length % 50 === 0);
    at = history.state?.at ?? end;
    before = Math.min(at, history.state?.before ?? (isNew ? last + 1 : lastAt === end ? last : 0));
    replaceState.call(history, { ...history.state, before, at }, "");
    window.name = `${before} ${at}`;
  };
  const counted = !self.navigation?.currentEntry;
  if (counted) {
    history.pushState = (state, ...rest) => { pushState.call(history, state, ...rest); count(); };
    history.replaceState = (state, ...rest) => replaceState.call(history, { ...state, before, at }, ...rest);
  }
  const entries = () => {
    if (counted) return { before, hasMore: before > 0 || at < history.length - 1 };
    return { before: navigation.currentEntry?.index ?? 0, hasMore: navigation.entries().length > 1 };
  };

  const blank = () => {
    root.dataset.left = "";
    document.title = new URL(destination).host;
    // Whatever the app still has under way, it says nothing any more.
    Object.defineProperty(document, "title", { set() {}, configurable: true });
    history.pushState = history.replaceState = () => {};
    clear();
    // The worker and its copy may have to answer once more, for the page that is gone back to. It is on the screen when this
    // one is hidden; so the rest is erased then, and once more where the way out begins.
    addEventListener("pagehide", erase);
  };

  const open = () => {
    erase();
    if (isFramed) {
      attempt(() => top?.location.replace(destination));
      setTimeout(() => location.replace("about:blank"), PATIENCE);
    } else {
      location.replace(destination);
    }
  };

  /** @param {boolean} hasMore Whether the tab has more entries of ours; a new one drops those after it. */
  const finish = (hasMore) => {
    if (counted) window.name = "";
    // In a frame nobody sees the address, and without an origin none may be set. The empty fragment is a mark like the state,
    // which Chromium 156 forgets where its own word that there is no connection has stood at the entry.
    const address = isFramed ? undefined : "/#";
    attempt(() => replaceState.call(history, { left: true }, "", address));
    if (hasMore) attempt(() => pushState.call(history, { left: true }, "", address));
    open();
  };

  let isLeaving = false;
  let late = 0;
  const leave = () => {
    if (isLeaving) return;
    isLeaving = true;
    const { before, hasMore } = entries();
    stop();
    blank();
    if (before > 0) {
      late = setTimeout(finish, PATIENCE, false);
      if (counted) {
        window.name = LEAVING;
        history.go(-before);
      } else {
        attempt(() => {
          navigation.updateCurrentEntry({ state: LEAVING });
          const { committed, finished } = navigation.traverseTo(navigation.entries()[0]?.key ?? "");
          return Promise.all([committed, finished]);
        });
      }
    } else {
      finish(hasMore);
    }
  };

  /** @param {() => void} then What is done once the page has its place in the history, which in Firefox it gets late. */
  const settle = (then) => {
    if (document.readyState === "complete") {
      then();
    } else {
      late = setTimeout(then, PATIENCE);
      addEventListener("pageshow", () => { clearTimeout(late); then(); }, { once: true });
    }
  };

  // A page that comes back after somebody has left shows nothing; one that is opened on purpose does.
  /** @param {boolean} isBack */
  const arrive = (isBack) => {
    // The entry that is left is the tab's until a new one drops it. Chromium before 123 does not say whence one comes.
    const isLeft = history.state?.left || location.href.endsWith("#");
    const isStepping = counted ? window.name === LEAVING : navigation.entries().some((entry) => entry.getState() === LEAVING);
    if (isBack && isLeft) {
      blank();
      if (!isFramed) settle(open);
    } else if (isBack && isStepping) {
      blank();
      before = history.state?.before ?? 0;
      // Who loads the page anew while it waits has not yet come back to the first one.
      settle(() => entries().before > 0 ? leave() : finish(true));
    } else {
      if (isLeft) replaceState.call(history, null, "", location.href.replace(/#$/, ""));
      if (counted) attempt(count);
    }
  };
  // By its address, and in no other way, a page is opened on purpose: one that is loaded anew, or that the browser brings
  // back with its tabs, stays what it was. Nobody opens a frame so, and some browsers do not tell how it was come to.
  const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  arrive(isFramed || visit?.type !== "navigate");
  addEventListener("pageshow", (event) => { if (event.persisted) arrive(true); });
  addEventListener("popstate", (event) => {
    if (isLeaving) {
      event.stopImmediatePropagation();
      clearTimeout(late);
      finish(true);
    } else {
      arrive(true);
    }
  }, true);

  for (const kind of ["click", "auxclick"]) {
    addEventListener(kind, (event) => {
      const isMenu = /** @type {MouseEvent} */ (event).button === 2;
      if (isMenu || !(event.target instanceof Element && event.target.closest("a[data-exit]"))) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      leave();
    }, true);
  }

  let presses = 0;
  let forgetting = 0;
  /** @param {number} number Shown as dots, by style, and said politely. */
  const show = (number) => {
    presses = number;
    root.dataset.presses = String(number);
    const said = document.getElementById("exit-presses");
    if (said) said.textContent = said.dataset[`after${number}`] ?? "";
  };
  addEventListener("keydown", (event) => {
    if (event.key !== "Shift") {
      if (presses > 0) show(0);
      return;
    }
    // A touch keyboard's Shift begins a sentence; its key has no place on a board.
    const isTyped = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    const isTouched = !event.code || !matchMedia("(pointer: fine)").matches;
    if (event.repeat || (isTyped && isTouched)) return;
    clearTimeout(forgetting);
    forgetting = setTimeout(show, PAUSE, 0);
    show(presses + 1);
    if (presses === 3) leave();
  }, true);
})();
