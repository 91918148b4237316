// @ts-check
// Giving (src/documents/giving.rs): reads an amount, puts it into the link, says what is wrong, and takes over what the
// address asks for. Nothing is sent, stored or counted, and no link leads anywhere but where the page's own template does.
// After amounts.js in one script.
(() => {
  const page = document.documentElement;
  /** @param {string} selector */
  const find = (selector) => /** @type {HTMLElement | null} */ (document.querySelector(selector));
  /** @param {string} selector */
  const all = (selector) => /** @type {HTMLElement[]} */ ([...document.querySelectorAll(selector)]);
  /** @param {string} name What the page says or allows. */
  const word = (name) => find(".giving-form")?.dataset[name] ?? "";
  const field = () => /** @type {HTMLInputElement | null} */ (find("#other-amount"));
  /** @param {string} group The answer that is chosen. */
  const chosen = (group) => /** @type {HTMLInputElement | null} */ (find(`.giving-form ${group}:checked`));
  const AMOUNT = "[name=preset]";
  const FREQUENCY = "[name=frequency]";
  /** @param {string} text @param {string} place @param {string} value A value with a dollar sign is no pattern. */
  const fill = (text, place, value) => text.replace(place, () => value);

  const parse = (/** @type {string} */ text) => parseAmount(text, page.lang);
  /** @param {number} minor As people write it. */
  const money = (minor) => fill(word("money"), "{number}", groupAmount(minor, word("group"), word("decimal")));
  /** @param {ReturnType<typeof parse>} read The amount within the limits, or what is wrong. */
  const limited = (read) => {
    if (typeof read !== "number") return read;
    if (read < Number(word("minimum"))) return "small";
    return read > Number(word("maximum")) ? "large" : read;
  };

  let source = "";
  /** @param {string} amount @param {string} frequency The page's own link; a parameter without a value is left out. */
  const link = (amount, frequency) => {
    const address = new URL(word("template"));
    const values = new Map(Object.entries({ amount, frequency, lang: page.lang, source }));
    for (const [name, value] of [...address.searchParams]) {
      const given = value.startsWith("{") ? values.get(value.slice(1, -1)) : value;
      if (given) address.searchParams.set(name, given);
      else address.searchParams.delete(name);
    }
    return address.href;
  };

  const say = () => {
    const read = limited(parse(field()?.value ?? ""));
    const amount = typeof read === "number" ? money(read) : word("any");
    for (const told of all(".giving-form [data-told]")) told.textContent = amount;
    for (const told of all(".giving-form [data-words]")) {
      told.textContent = fill(told.dataset.words ?? "", "{amount}", amount);
    }
  };

  /** @type {HTMLElement | null | undefined} The answer that has to be mended. */
  let wrong;
  /** @param {string} [problem] In words; none takes everything back. @param {HTMLElement | null} [place] What has to be mended. */
  const complain = (problem, place) => {
    const summary = find(".error-summary");
    wrong = problem ? place : null;
    if (!summary) return;
    const prefix = `${summary.dataset.errorPrefix} `;
    if (document.title.startsWith(prefix)) document.title = document.title.slice(prefix.length);
    for (const told of all(".giving-form [data-error]")) told.textContent = problem ?? "";
    summary.hidden = !problem;
    for (const answer of all(".giving-form [data-message]")) {
      const { hint, message: id = "" } = answer.dataset;
      const isWrong = Boolean(problem) && answer.contains(place ?? null);
      const message = find(`#${id}`);
      if (message) message.hidden = !isWrong;
      answer.setAttribute("aria-describedby", [hint, isWrong && id].filter(Boolean).join(" "));
      if (answer === field()) answer.setAttribute("aria-invalid", String(isWrong));
    }
    if (!problem) return;
    document.title = prefix + document.title;
    summary.querySelector("a")?.setAttribute("href", `#${place?.id ?? ""}`);
    summary.focus();
  };

  /** How long nothing is said of waiting, in ms. */
  const MOMENT = 500;
  /** @param {boolean} isOn Whoever stands at what goes out of sight then goes on at the way that comes back. */
  const tellConnection = (isOn) => {
    const isAtIt = find(".hand-off__offline")?.contains(document.activeElement);
    page.dataset.connection = isOn ? "on" : "off";
    if (isOn && isAtIt) all(".hand-off__go").find((way) => way.getClientRects().length > 0)?.focus();
  };

  // Who turns to something else while the page looks for a connection is not taken along when it has found one.
  let last = 0;
  const stay = () => {
    last += 1;
    removeEventListener("beforeunload", stay);
    const said = find("[data-wait]");
    if (said) said.textContent = "";
  };
  const look = async () => {
    stay();
    const turn = last;
    const form = find(".giving-form");
    const isWanted = () => turn === last && form === find(".giving-form") && !("left" in page.dataset);
    addEventListener("beforeunload", stay);
    setTimeout(() => {
      const said = find("[data-wait]");
      if (said && isWanted()) said.textContent = said.dataset.wait ?? "";
    }, MOMENT);
    // By loader.js. After a while without an answer it says yes: the page that takes gifts may be quicker than this site.
    const isOn = await Reflect.get(window, "isConnected")?.() ?? true;
    if (!isWanted()) return undefined;
    stay();
    return isOn;
  };
  // A page that is kept on the device comes without a connection, too, and the browser may not know that there is none.
  /** @param {string} address */
  const go = async (address) => {
    const isOn = navigator.serviceWorker?.controller ? await look() : true;
    if (isOn) location.assign(address);
    if (isOn !== false) return;
    tellConnection(false);
    const told = find(".hand-off__offline");
    told?.focus();
    // The line at the end of the window, which says it too, may cover what is just in view.
    told?.scrollIntoView({ block: "center" });
  };

  /** @param {Element | null} pressed The button, which says how often; Enter in the field means what is chosen. */
  const submit = (pressed) => {
    const read = limited(parse(field()?.value ?? ""));
    const often = pressed?.getAttribute("data-frequency") ?? chosen(FREQUENCY)?.id;
    const frequency = /** @type {HTMLInputElement | null} */ (find(`#${often}`));
    if (typeof read !== "number") {
      complain(word(read), field());
    } else if (word("template")) {
      complain();
      go(link(amountToDecimal(read), frequency?.value ?? ""));
    } else {
      const own = find(`.hand-off a[data-amount=other][data-frequency="${frequency?.id}"]`);
      complain(own ? undefined : word("once"), frequency);
      if (own) go(/** @type {HTMLAnchorElement} */ (own).href);
    }
  };

  /** @param {string} name @param {string} value */
  const show = (name, value) => {
    const place = find(`.giving-form [data-${name}]`);
    if (!place || !value) return;
    place.textContent = fill(place.dataset[name] ?? "", name === "chosen" ? "{choice}" : "{source}", value);
    place.hidden = false;
  };

  // What the address asks for: only amounts and frequencies that can be chosen by hand, and a name of a strict form.
  const takeOver = () => {
    const asked = new URLSearchParams(location.search);
    source = /^[a-z0-9-]{1,64}$/.exec(asked.get("from") ?? "")?.[0] ?? "";
    const radios = /** @type {HTMLInputElement[]} */ (all(".giving-form [type=radio]"));
    const frequency = radios.find(({ name, id }) => name === "frequency" && id === asked.get("frequency"));
    const amount = limited(parse(asked.get("amount") ?? ""));
    const isAmount = typeof amount === "number";
    const preset = radios.find(({ name, value }) => name === "preset" && value === String(amount));
    const own = field();
    if (frequency) frequency.checked = true;
    const other = radios.find(({ id }) => id === "amount-other");
    if (isAmount && preset) preset.checked = true;
    else if (isAmount && own && other) {
      other.checked = true;
      own.value = amountToDecimal(amount);
    }
    show("chosen", [isAmount && money(amount), frequency?.dataset.said].filter(Boolean).join(" "));
    show("source", source);
    if (!source || !word("template")) return;
    for (const way of /** @type {HTMLAnchorElement[]} */ (all(".hand-off a[data-amount]"))) {
      const { amount, frequency } = way.dataset;
      const preset = /** @type {HTMLInputElement | null} */ (find(`#amount-${amount}`))?.value;
      const word = /** @type {HTMLInputElement | null} */ (find(`#${frequency}`))?.value ?? "";
      way.href = link(preset ? amountToDecimal(Number(preset)) : "", word);
    }
  };

  /** @param {Event} event */
  const pressed = (event) => (event.target instanceof Element ? event.target : null);
  addEventListener("input", (event) => {
    const typed = pressed(event);
    if (!typed?.closest(".giving-form")) return;
    stay();
    // What is wrong stays said until it is sent anew, unless another answer makes it pointless.
    const isPointless = typed.matches(AMOUNT) || (typed.matches(FREQUENCY) && wrong?.matches(FREQUENCY));
    if (isPointless) complain();
    say();
  });
  addEventListener("submit", (event) => {
    if (!pressed(event)?.matches(".hand-off")) return;
    event.preventDefault();
    submit(event.submitter);
  });
  addEventListener("click", (event) => {
    const target = pressed(event);
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    const mend = target?.closest(".error-summary a");
    const way = /** @type {HTMLAnchorElement | null | undefined} */ (target?.closest(".hand-off a[data-amount]"));
    if (mend) {
      event.preventDefault();
      find(mend.getAttribute("href") ?? "")?.focus();
    } else if (way && isPlain) {
      event.preventDefault();
      go(way.href);
    } else if (target?.closest("[data-again]") && isPlain) {
      event.preventDefault();
      look().then((isOn) => {
        if (isOn === undefined) return;
        tellConnection(isOn);
        const said = find("[data-failed]");
        if (said) said.textContent = isOn ? "" : said.dataset.failed ?? "";
      });
    } else if (target?.closest("a[href]")) {
      // Safari on iOS says nothing before it loads another page.
      stay();
    }
  });

  // Before loader.js hears of it and takes away what has the focus.
  addEventListener("online", () => tellConnection(true));
  // A browser that comes back to the page may fill in what was typed without a word.
  addEventListener("pageshow", say);

  // The app may put the page on screen anew, when somebody comes back to it.
  /** @type {HTMLElement | null} */
  let seen = null;
  const arrange = () => {
    const form = find(".giving-form");
    if (form === seen) return;
    seen = form;
    if (!form) return;
    form.dataset.live = "";
    form.querySelector("form")?.setAttribute("novalidate", "");
    // Firefox fills in, when somebody comes back from the hosted page, what they chose before the last time. On a visit that
    // has just begun, what is chosen was chosen before this script came.
    const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
    for (const answer of /** @type {HTMLInputElement[]} */ (all(".giving-form [type=radio]"))) {
      if (visit?.type !== "navigate") answer.checked = answer.defaultChecked;
    }
    complain();
    takeOver();
    say();
  };
  new MutationObserver(arrange).observe(document.body, { childList: true, subtree: true });
  arrange();
})();
