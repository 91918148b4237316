// @ts-check
// Starts what comes after the page: the app once the page has been painted, and the worker that keeps the site on the
// device. Neither, when the visitor asks to save data or has next to no connection: then every page works as a page.
{
  const root = document.documentElement;
  // Where the page has no origin of its own, the browser refuses even the question.
  const serviceWorker = (() => { try { return navigator.serviceWorker; } catch { return undefined; } })();
  /** @typedef {{ saveData?: boolean, effectiveType?: string }} Connection */
  const connection = /** @type {Connection | undefined} */ (Reflect.get(navigator, "connection"));
  const savesData = connection?.saveData
    || /2g/.test(connection?.effectiveType ?? "")
    || matchMedia("(prefers-reduced-data: reduce)").matches;

  /** @param {string} again Another address for the same file, which the browser's own cache does not have. */
  const startApp = async (again) => {
    const app = await import(/** @type {string} */ ("APP_JS") + again);
    await app.default({ module_or_path: "APP_WASM" + again });
  };
  /** A page that somebody has left stays blank. */
  const isLeft = () => "left" in root.dataset;
  let isStarted = false;
  const start = async () => {
    if (isStarted || isLeft()) return;
    isStarted = true;
    try {
      await startApp("");
    } catch {
      // Leaving a page breaks off what it loads; one that is left does not come to the end of this.
      await new Promise((wait) => setTimeout(wait, 1000));
      // What is kept on the device may be spoiled. If the network's is no better, the page stays a page.
      serviceWorker?.controller?.postMessage("heal");
      await startApp("?again").catch(() => { root.dataset.app = "broken"; });
    }
  };

  /** @type {ServiceWorkerRegistration | undefined} What keeps the site on this device. */
  let keeper;
  /** @type {ServiceWorker | null} Whose copy this page belongs to; none on a first visit. */
  let current = null;
  let isBegunElsewhere = false;
  /** The address under which a reader has asked for what is newer; none if nobody has. */
  let wanted = "";

  // Both are asked of the registration, which changes as one; whether the page has a controller may be known before or
  // after that, and then a first worker would look like a newer one.
  const offer = () => {
    const isReady = keeper?.active && keeper.waiting;
    if (isReady && wanted) keeper?.waiting?.postMessage("activate");
    if (isReady) root.dataset.update = "";
    else delete root.dataset.update;
  };
  /** What is newer was not fetched: nobody has asked, or there was no room or no connection for it. */
  const fail = () => {
    root.dataset.update = wanted && "failed";
    wanted = "";
  };
  const miss = () => {
    if (!current) {
      // A page that has been left meanwhile had begun to make the copy, so this one begins anew.
      if (isBegunElsewhere && !isLeft()) begin();
      isBegunElsewhere = false;
    } else if (keeper?.active === current && !keeper.waiting && !keeper.installing) {
      fail();
    }
  };
  const follow = () => {
    const newer = keeper?.installing;
    newer?.addEventListener("statechange", () => {
      offer();
      if (newer.state === "activated") current ??= newer;
      // One that nobody asked for may fail while the one that was asked for is on its way.
      if (newer.state === "redundant" && newer.scriptURL.endsWith(wanted)) miss();
    });
    // It may be over before this page hears of it: then it has not even begun to fetch, as one does that was asked for.
    if (!newer && !wanted) miss();
  };
  /** @param {ServiceWorkerRegistration | undefined} registration */
  const watch = (registration) => {
    keeper = registration;
    // For exit.js, which erases all that is kept.
    Reflect.set(window, "keeper", keeper);
    current = keeper?.active ?? null;
    offer();
    if (keeper?.installing) follow();
    keeper?.addEventListener("updatefound", follow);
  };
  const begin = async () => {
    // Whatever refuses, every page works as a page.
    try { watch(await serviceWorker?.register("/sw.js")); } catch { return; }
  };
  const register = async () => {
    if (isLeft()) return;
    const found = await serviceWorker?.getRegistration().catch(() => undefined);
    isBegunElsewhere = Boolean(found) && !savesData;
    if (found) watch(found);
    else if (!savesData) begin();
  };

  addEventListener("click", (event) => {
    if (!keeper || !(event.target instanceof Element && event.target.closest("[data-do=update]"))) return;
    // The same file under another address than the last time: so the worker knows that a reader has asked (worker/sw.js).
    wanted = keeper.active?.scriptURL.endsWith("?asked") ? "/sw.js" : "/sw.js?asked";
    if (keeper.waiting) offer();
    else serviceWorker?.register(wanted).catch(fail);
  }, true);
  serviceWorker?.addEventListener("message", async ({ data }) => {
    // There is no room for another copy. Without one the pages come from the network, which has just sent all of it.
    if (data === "full") await Reflect.get(window, "eraseEverything")();
    if (data === "full" && !isLeft()) location.reload();
  });
  serviceWorker?.addEventListener("controllerchange", () => { if (wanted && !isLeft()) location.reload(); });
  const look = () => keeper?.update().catch(() => {});
  // A page that is left open for days learns of what is new when it is looked at again.
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") look(); });
  addEventListener("online", look);

  const tellConnection = () => { root.dataset.connection = navigator.onLine ? "on" : "off"; };
  addEventListener("online", tellConnection);
  addEventListener("offline", tellConnection);
  tellConnection();

  // Installing is offered on /app/ and nowhere else.
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    Reflect.set(window, "installPrompt", event);
    dispatchEvent(new Event("count-me-in:installable"));
  });

  if (!savesData) {
    new PerformanceObserver((_, observer) => { observer.disconnect(); start(); }).observe({ type: "paint", buffered: true });
    // Firefox 153 tells no paint of some pages that somebody comes back to, nor does a tab that nobody looks at.
    addEventListener("load", () => setTimeout(start, 1000));
    addEventListener("load", register);
  } else {
    register();
  }
}
