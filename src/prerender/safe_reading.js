// @ts-check
// The line "How to read safely" of src/components/safe_reading.rs: shown where somebody enters the site, until it is
// dismissed. The style hides it by <html data-safe-reading>, so the page itself stays as the app expects it.
{
  // The one thing that a plain visit can leave in localStorage: that the line was dismissed. Leaving the site erases it.
  const key = "safe-reading";
  const root = document.documentElement;
  /** @param {() => unknown} ask Storage may be switched off; then each question throws a SecurityError. */
  const attempt = (ask) => {
    try { return ask(); } catch { return undefined; }
  };
  // Who came by a link from another of our pages has entered before. Without the Navigation API exit.js has counted.
  const isInside = (window.navigation?.currentEntry?.index ?? history.state?.before ?? 0) > 0;
  if (isInside || attempt(() => localStorage.getItem(key))) root.dataset.safeReading = "known";
  addEventListener("click", (event) => {
    if (!(event.target instanceof Element && event.target.closest("[data-dismiss=safe-reading]"))) return;
    root.dataset.safeReading = "known";
    attempt(() => localStorage.setItem(key, "dismissed"));
    // The button is gone; reading goes on where the page begins.
    const heading = document.querySelector("main h1");
    if (heading instanceof HTMLElement) heading.focus({ preventScroll: true });
  }, true);
}
