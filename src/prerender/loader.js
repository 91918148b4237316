// @ts-check
// Starts the app when the page has been painted; not at all when the visitor asks to save data.
// Without it, or when it fails, every page works as a page.
const connection = /** @type {{ saveData?: boolean } | undefined} */ (Reflect.get(navigator, "connection"));
const savesData = connection?.saveData || matchMedia("(prefers-reduced-data: reduce)").matches;
const start = async () => {
  const app = await import(/** @type {string} */ ("APP_JS"));
  await app.default({ module_or_path: "APP_WASM" });
};
const begin = () => { start().catch(() => {}); };
if (savesData) {
  // The page stays as it is.
} else if (PerformanceObserver.supportedEntryTypes.includes("paint")) {
  new PerformanceObserver((_, observer) => { observer.disconnect(); begin(); }).observe({ type: "paint", buffered: true });
} else {
  requestAnimationFrame(() => setTimeout(begin));
}
