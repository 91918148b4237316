// Notes what a page has to complain about. The tests put it into every page and read window.__heard.
(() => {
  const heard = [];
  Object.defineProperty(window, "__heard", { value: heard });
  const note = (kind, text) => heard.push({ kind, text: String(text) });

  addEventListener("securitypolicyviolation", (event) =>
    note("securitypolicyviolation", `${event.effectiveDirective} refuses ${event.blockedURI} in ${event.sourceFile}:${event.lineNumber}`));
  addEventListener("unhandledrejection", (event) => note("unhandledrejection", event.reason));
  // While capturing, the window also hears of resources that do not load.
  addEventListener("error", (event) => {
    const resource = event.target instanceof Element && (event.target.src ?? event.target.href);
    note(resource ? "resource" : "error", resource || event.message);
  }, true);

  // A page that somebody has left shows nothing, not even for the moment in which it makes way.
  const look = () => {
    const isLeft = history.state?.left || location.href.endsWith("#");
    const isSeen = isLeft && document.body && getComputedStyle(document.body).display !== "none";
    if (isSeen) navigator.sendBeacon("/__said/left-and-seen");
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  for (const level of ["error", "warn"]) {
    const original = console[level];
    console[level] = (...words) => {
      note(`console.${level}`, words.map(String).join(" "));
      original.apply(console, words);
    };
  }
})();
