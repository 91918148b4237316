// @ts-check
// The copy of the site on the device, as a page sees it: has the worker make it (worker/sw.js), tells of a newer version,
// and shows that when the reader asks. loader.js loads it once the page is complete.

const root = document.documentElement;
// Where the page has no origin of its own, the browser refuses even the question.
const serviceWorker = (() => { try { return navigator.serviceWorker; } catch { return undefined; } })();
/** A page that somebody has left stays blank. */
const isLeft = () => "left" in root.dataset;

/** @type {ServiceWorkerRegistration | undefined} What keeps the site on this device. */
let keeper;
/** @type {ServiceWorker | null} Whose copy this page belongs to; none on a first visit. */
let current = null;
let isBegunElsewhere = false;
/** The address under which a reader has asked for what is newer; none if nobody has. */
let wanted = "";
let hasAsked = false;

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
    if (isBegunElsewhere) begin();
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
  if (isLeft()) return;
  // Whatever refuses, every page works as a page.
  try { watch(await serviceWorker?.register("/sw.js")); } catch { return; }
  // Somebody may have left while the browser was asked; WebKitGTK 2.50 never ends what is then begun.
  if (isLeft()) Reflect.get(window, "eraseEverything")();
};
/** @param {boolean} savesData Then nothing is begun that is not there yet. */
export const keep = async (savesData) => {
  const found = await serviceWorker?.getRegistration().catch(() => undefined);
  isBegunElsewhere = Boolean(found) && !savesData;
  if (found) watch(found);
  else if (!savesData) begin();
};

addEventListener("click", (event) => {
  if (!keeper || !(event.target instanceof Element && event.target.closest("[data-do=update]"))) return;
  // The same file under another address than the last time: so the worker knows that a reader has asked (worker/sw.js).
  hasAsked = true;
  wanted = keeper.active?.scriptURL.endsWith("?asked") ? "/sw.js" : "/sw.js?asked";
  if (keeper.waiting) offer();
  else serviceWorker?.register(wanted).catch(fail);
}, true);
serviceWorker?.addEventListener("message", async ({ data }) => {
  // There is no room for another copy. Without one the pages come from the network, which has just sent all of it.
  if (data !== "full" || !hasAsked) return;
  await Reflect.get(window, "eraseEverything")();
  if (!isLeft()) location.reload();
});
serviceWorker?.addEventListener("controllerchange", () => { if (wanted && !isLeft()) location.reload(); });
const look = () => keeper?.update().catch(() => {});
// A page that is left open for days learns of what is new when it is looked at again.
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") look(); });
addEventListener("online", look);
