// Starts the app when the page has been painted; not at all when the visitor asks to save data.
// Without it, or when it fails, every page works as a page.
const saves = navigator.connection?.saveData || matchMedia("(prefers-reduced-data: reduce)").matches;
if (!saves) {
  requestAnimationFrame(() => setTimeout(() =>
    import("APP_JS").then((app) => app.default({ module_or_path: "APP_WASM" })).catch(() => {})));
}
