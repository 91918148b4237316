// As phones do: a dialog of the device, which says when something was shared, or that it was closed.
Object.defineProperty(navigator, "share", {
  configurable: true,
  value: async (what) => {
    if (window.__closesDialog) throw new DOMException("closed", "AbortError");
    window.__shared = what;
  },
});
