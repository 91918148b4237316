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
/** The last entry of a build that is whole. */
const WHOLE = "/whole";
const SHELL = "/shell";
/** @param {string} address */
const part = (address) => `/part${address}`;

/** @param {BufferSource} bytes */
const hash = async (bytes) => {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
};

/** @param {Cache} cache @param {string} address @param {ArrayBuffer | string} content @param {string} type */
const put = async (cache, address, content, type) => {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  await cache.put(address, new Response(bytes, { headers: { "content-type": type, etag: await hash(bytes) } }));
};

/** @param {string} name @param {string} address What is kept, if it is still as it was put there. */
const take = async (name, address) => {
  // Opening a cache would make one where it has just been erased; this does not.
  const kept = await caches.match(address, { cacheName: name });
  if (!kept) return undefined;
  const bytes = await kept.arrayBuffer();
  if (await hash(bytes) === kept.headers.get("etag")) return new Response(bytes, { headers: kept.headers });
  // A device that spoils one entry may have spoiled others.
  await caches.delete(name);
  return undefined;
};

// Aborted when somebody leaves. An install that goes on then is never ended by WebKitGTK 2.50, nor is what waits for it.
let leaving = new AbortController();
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

/** All or nothing: a broken connection or a wrong file changes nothing, a full device leaves nothing behind. */
const fill = async (isWanted = async () => true) => {
  const check = async () => {
    if (leaving.signal.aborted || !(await isWanted())) throw new Error("nobody is here any more");
  };
  const [text, ...code] = await Promise.all([bundle, ...app].map(load));
  const { shell, pages, files } = JSON.parse(new TextDecoder().decode(text));
  try {
    await check();
    const cache = await caches.open(BUILD);
    const written = await Promise.allSettled([
      put(cache, SHELL, JSON.stringify(shell), "application/json"),
      ...Object.entries(pages).map(([address, parts]) => put(cache, part(address), JSON.stringify(parts), "application/json")),
      ...Object.entries(files).map(([address, [type, content]]) => put(cache, address, content, type)),
      ...app.map(([address, type], index) => put(cache, address, code[index], type)),
    ]);
    // Nothing may still be on its way into a cache that is deleted.
    for (const result of written) if (result.status === "rejected") throw result.reason;
    await check();
    await put(cache, WHOLE, "", "text/plain");
  } catch (error) {
    await caches.delete(BUILD);
    throw error;
  }
};

/** What is whole is no reason for anything to fail, and stays. */
const heal = async () => { if (!(await take(BUILD, WHOLE))) await fill(); };

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
  const isWanted = address.startsWith("/data/") ? type.startsWith("application/json") : type.startsWith("text/html");
  if (!answer.ok || answer.redirected || !isWanted || leaving.signal.aborted || !(await caches.has(BUILD))) return;
  const cache = await caches.open(OPENED);
  await put(cache, address, await answer.arrayBuffer(), type);
  // Somebody may have left meanwhile.
  if (leaving.signal.aborted) await caches.delete(OPENED);
  const kept = await cache.keys();
  await Promise.all(kept.slice(0, -MOST_OPENED).map((request) => cache.delete(request)));
};

/** @param {FetchEvent} event @param {string} address */
const answer = async (event, address) => {
  const isPage = event.request.mode === "navigate";
  if (await take(BUILD, WHOLE)) {
    const name = address.replace(/\/index\.html$/, "/").replace(/\/[^/.]+$/, "$&/");
    const kept = await (isPage ? page(name) : take(BUILD, address));
    if (kept) return kept;
  } else if (isPage && !savesData()) {
    event.waitUntil(fill().catch(() => {}));
  }
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
  // A reader who asks for what is newer has it registered under another address (loader.js).
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
  await worker.registration.unregister();
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
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
  if (event.data === "heal") event.waitUntil(heal().catch(() => {}));
  // After "Delete everything" the same worker may be registered again, without being installed again.
  if (event.data === "keep") {
    leaving = new AbortController();
    event.waitUntil(fill().then(() => true, () => false).then((isKept) => event.ports[0]?.postMessage(isKept)));
  }
  if (event.data === "erase") event.waitUntil(erase());
});
