// @ts-check
// Starts what comes after the page: the app once the page has been painted, and what keeps the site on the device
// (keeper.js). When the visitor asks to save data or has next to no connection, every page works as a page.
{
  const root = document.documentElement;
  // Where the page has no origin of its own, the browser refuses even the question.
  const isKept = () => { try { return Boolean(navigator.serviceWorker?.controller); } catch { return false; } };
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
      // What the browser's own cache has may be spoiled. If the network's is no better, the page stays a page.
      await startApp("?again").catch(() => { root.dataset.app = "broken"; });
    }
  };

  /** How long to wait for a sign of life, in ms; silence is no answer. */
  const PATIENCE = 3000;
  /** Whether this site answers, by a file that tells it nothing of what is read. The worker lets this question pass. */
  const isConnected = () => Promise.race([
    fetch("/manifest.webmanifest", { method: "HEAD", cache: "no-store" }).then(() => true, () => false),
    new Promise((wait) => { setTimeout(wait, PATIENCE, true); }),
  ]);
  // For giving.js, which asks once more before it takes somebody elsewhere.
  Reflect.set(window, "isConnected", isConnected);
  // A page that is kept on the device comes without a connection, too, and the browser may not know that there is none.
  const tellConnection = async () => {
    if (isLeft()) return;
    const isOn = navigator.onLine && (!isKept() || await isConnected());
    root.dataset.connection = isOn ? "on" : "off";
  };
  addEventListener("online", tellConnection);
  addEventListener("offline", tellConnection);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") tellConnection(); });
  tellConnection();

  // Installing is offered on /app/ and nowhere else.
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    Reflect.set(window, "installPrompt", event);
    dispatchEvent(new Event("count-me-in:installable"));
  });

  const keep = async () => {
    if (isLeft()) return;
    // Whatever refuses, every page works as a page.
    try { (await import(/** @type {string} */ ("KEEPER_JS"))).keep(Boolean(savesData)); } catch { return; }
  };
  if (!savesData) {
    new PerformanceObserver((_, observer) => { observer.disconnect(); start(); }).observe({ type: "paint", buffered: true });
    // Firefox 153 tells no paint of some pages that somebody comes back to, nor does a tab that nobody looks at.
    addEventListener("load", () => setTimeout(start, 1000));
    addEventListener("load", keep);
  } else if (isKept()) {
    keep();
  }
}
