// @ts-check
// The service worker: keeps one build of the site on the device, whole, and answers from it.
// Invariant: what it answers is of one build and as it was sent; anything else comes from the network, or not at all.
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** @typedef {[address: string, type: string, integrity: string]} Asset A file of the build, with its SHA-256 hash. */
/** @type {{ build: string, bundle: Asset, app: Asset[], headers: Record<string, string> }} */
const { build, bundle, app, headers } = JSON.parse("OFFLINE_SET");

const BUILD = `build-${build}`;
/** What a reader has opened beyond the build's own set; the newest are kept. */
const OPENED = "opened";
const MOST_OPENED = 50;
/** The last entry of a build that is whole: the addresses of all others. */
const WHOLE = "/whole";
const SHELL = "/shell";
/** @param {string} address */
const part = (address) => `/part${address}`;

/** @param {BufferSource} bytes */
const hash = async (bytes) => {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
};

/** @param {Cache} cache @param {string} address @param {string} type @param {ArrayBuffer | string} content */
const put = async (cache, address, type, content) => {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  await cache.put(address, new Response(bytes, { headers: { "content-type": type, etag: await hash(bytes) } }));
};

/** @param {string} name @param {string} address What is kept, if it can be read and is still as it was put there. */
const take = async (name, address) => {
  try {
    // Opening a cache would make one where it has just been erased; this does not.
    const kept = await caches.match(address, { cacheName: name });
    const bytes = await kept?.arrayBuffer();
    const isSound = kept && bytes && await hash(bytes) === kept.headers.get("etag");
    return isSound ? new Response(bytes, { headers: kept.headers }) : undefined;
  } catch {
    return undefined;
  }
};

// Aborted when somebody leaves. An install that goes on then is never ended by WebKitGTK 2.50, nor is what waits for it.
let leaving = new AbortController();
/** @type {Promise<unknown> | undefined} What is deleted then; a browser ends a first worker whose install fails. */
let erased;
/** @param {Asset} asset Its bytes, which the browser compares with its hash; of their type hosts have their own ideas. */
const load = async ([address, , integrity]) => {
  const answer = await fetch(address, { integrity, cache: "no-cache", signal: leaving.signal });
  const isPage = answer.headers.get("content-type")?.startsWith("text/html");
  if (!answer.ok || isPage) throw new Error(`${address}: ${answer.status}`);
  return answer.arrayBuffer();
};

const savesData = () => {
  /** @type {{ saveData?: boolean, effectiveType?: string } | undefined} */
  const connection = Reflect.get(navigator, "connection");
  return connection?.saveData || /2g/.test(connection?.effectiveType ?? "");
};

/** All or nothing: a broken connection or a wrong file changes nothing, a full device leaves no half of a copy. */
const fillAll = async (isWanted = async () => true) => {
  const check = async () => {
    if (leaving.signal.aborted || !(await isWanted())) throw new Error("nobody is here any more");
  };
  const wasWhole = Boolean(await take(BUILD, WHOLE));
  const [text, ...code] = await Promise.all([bundle, ...app].map(load)).catch(async (error) => {
    // Without a connection a copy that has lost an entry is of use all the same; one that no host can mend any more is not.
    if (wasWhole && !(error instanceof TypeError) && !leaving.signal.aborted) await caches.delete(BUILD);
    throw error;
  });
  try {
    const { shell, pages, files } = JSON.parse(new TextDecoder().decode(text));
    /** @param {unknown} value @returns {[type: string, content: ArrayBuffer | string]} */
    const json = (value) => ["application/json", JSON.stringify(value)];
    /** @type {Map<string, ReturnType<typeof json>>} */
    const entries = new Map([[SHELL, json(shell)], ...Object.entries(files)]);
    for (const [address, parts] of Object.entries(pages)) entries.set(part(address), json(parts));
    app.forEach(([address, type], index) => entries.set(address, [type, code[index]]));
    await check();
    const cache = await caches.open(BUILD);
    const written = await Promise.allSettled([...entries].map(([address, kept]) => put(cache, address, ...kept)));
    // Nothing may still be on its way into a cache that is deleted.
    for (const result of written) if (result.status === "rejected") throw result.reason;
    await check();
    await put(cache, WHOLE, ...json([...entries.keys()]));
  } catch (error) {
    await caches.delete(BUILD);
    throw error;
  }
};
/** @type {Promise<void> | undefined} One copy at a time is made, however many pages ask for one. */
let filling;
/** @param {() => Promise<boolean>} [isWanted] */
const fill = (isWanted) => filling ??= fillAll(isWanted).finally(() => { filling = undefined; return erased; });

/** @param {string} address A page, put together from its own parts and those that all pages share. */
const page = async (address) => {
  const [shell, own] = await Promise.all([take(BUILD, SHELL), take(BUILD, part(address))]);
  if (!shell || !own) return undefined;
  const [before, rest, middle, data, after] = await shell.json();
  const [policy, head, body, json] = await own.json();
  return new Response([before, policy, rest, head, middle, body, data, json, after].join(""), { headers });
};

/** @param {Response} answer @param {string} address Keeps a page or data that a reader has opened, if it is one. */
const keep = async (answer, address) => {
  const type = answer.headers.get("content-type") ?? "";
  const isData = address.startsWith("/data/");
  if (!answer.ok || answer.redirected || !type.startsWith(isData ? "application/json" : "text/html")) return;
  const text = await answer.text();
  // Pages stand by themselves; data of a newer build is of no use to the app of this one.
  if (isData && JSON.parse(text).build !== build) return;
  if (leaving.signal.aborted || !(await caches.has(BUILD))) return;
  const cache = await caches.open(OPENED);
  await put(cache, address, type, text);
  // Somebody may have left meanwhile.
  if (leaving.signal.aborted) await caches.delete(OPENED);
  const kept = await cache.keys();
  await Promise.all(kept.slice(0, -MOST_OPENED).map((request) => cache.delete(request)));
};

/** @param {FetchEvent} event @param {string} address */
const answer = async (event, address) => {
  const isPage = event.request.mode === "navigate";
  const whole = await take(BUILD, WHOLE);
  const name = address.replace(/\/index\.html$/, "/").replace(/\/[^/.]+$/, "$&/");
  const kept = whole && await (isPage ? page(name) : take(BUILD, address));
  if (kept) return kept;
  // What was put there and is not to be had has been lost or spoiled by the device.
  const isLost = whole ? (await whole.json()).includes(isPage ? part(name) : address) : isPage;
  if (isLost && !savesData()) event.waitUntil(fill().catch(() => {}));
  try {
    const sent = await fetch(event.request);
    if (isPage || address.startsWith("/data/")) event.waitUntil(keep(sent.clone(), address).catch(() => {}));
    return sent;
  } catch (error) {
    const opened = await take(OPENED, address) ?? (isPage ? await page("/offline/") : undefined);
    if (opened) return opened;
    throw error;
  }
};

const pages = () => worker.clients.matchAll({ includeUncontrolled: true, type: "window" });
const install = async () => {
  if (await take(BUILD, WHOLE)) return;
  const { active } = worker.registration;
  // A reader who asks for what is newer has it registered under another address (keeper.js).
  const isAsked = active && active.scriptURL !== location.href;
  // What is kept stays, and the page tells that there is something newer.
  if (active && !isAsked && savesData()) throw new Error("this visitor saves data");
  // Whoever has left meanwhile, or closed the page, wants nothing kept.
  const before = (await pages()).map(({ id }) => id);
  try {
    await fill(async () => (await pages()).some(({ id }) => before.includes(id)));
  } catch (error) {
    const isFull = error instanceof DOMException && error.name === "QuotaExceededError";
    if (isAsked && isFull) (await pages()).forEach((reader) => reader.postMessage("full"));
    throw error;
  }
};

/** What the data that was opened belongs to is no more; pages stand by themselves. */
const forgetOpenedData = async () => {
  if (!(await caches.has(OPENED))) return;
  const opened = await caches.open(OPENED);
  const data = (await opened.keys()).filter(({ url }) => new URL(url).pathname.startsWith("/data/"));
  await Promise.all(data.map((request) => opened.delete(request)));
};

const erase = async () => {
  leaving.abort();
  erased = caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))).catch(() => {});
  await Promise.all([erased, worker.registration.unregister()]);
};

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil((async () => {
  const old = (await caches.keys()).filter((name) => name !== BUILD && name !== OPENED);
  await Promise.all(old.map((name) => caches.delete(name)));
  await forgetOpenedData();
  await worker.clients.claim();
})()));
worker.addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (event.request.method === "GET" && origin === location.origin) event.respondWith(answer(event, pathname));
});
worker.addEventListener("message", (event) => {
  if (event.data === "activate") event.waitUntil(worker.skipWaiting());
  // After "Delete everything" the same worker may be registered again, without being installed again.
  if (event.data === "keep") {
    leaving = new AbortController();
    const kept = Promise.resolve(filling).catch(() => {}).then(() => fill()).then(() => true, () => false);
    event.waitUntil(kept.then((isKept) => event.ports[0]?.postMessage(isKept)));
  }
  if (event.data === "erase") event.waitUntil(erase());
});
