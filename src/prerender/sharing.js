// @ts-check
// Sharing the site (src/components/other_ways.rs): by the device's own dialog, or else as a copy. What is shared is the
// site's address and nothing else.
(() => {
  /** @param {string} selector */
  const find = (selector) => /** @type {HTMLElement | null} */ (document.querySelector(selector));
  const address = () => location.origin + (find("[data-share]")?.dataset.share ?? "");
  /** @type {Record<string, () => Promise<void>>} */
  const commands = {
    share: () => navigator.share({ url: address() }),
    copy: () => navigator.clipboard.writeText(address()),
  };

  /** @param {string} name */
  const run = async (name) => {
    const said = find(`[data-command=${name}] + [role=status]`);
    /** @param {string} what */
    const tell = (what) => { if (said) said.textContent = said.dataset[what] ?? ""; };
    tell("busy");
    try {
      await commands[name]?.();
      tell("done");
    } catch (error) {
      // Whoever closes the device's own dialog knows that nothing was shared.
      tell(/** @type {Error} */ (error).name === "AbortError" ? "" : "failed");
    }
  };
  addEventListener("click", (event) => {
    const pressed = event.target instanceof Element && event.target.closest(".other-ways [data-command]");
    if (pressed) run(pressed.getAttribute("data-command") ?? "");
  });

  // The app may put the page on screen anew, when somebody comes back to it.
  /** @type {HTMLElement | null} */
  let seen = null;
  const arrange = () => {
    const shown = find("[data-share] span");
    if (shown === seen) return;
    seen = shown;
    if (!shown?.parentElement) return;
    shown.textContent = address();
    shown.parentElement.hidden = false;
    const ways = ["share" in navigator && "share", "clipboard" in navigator && "copy"];
    find(`[data-command=${ways.find(Boolean)}]`)?.removeAttribute("hidden");
  };
  new MutationObserver(arrange).observe(document.body, { childList: true, subtree: true });
  arrange();
})();
