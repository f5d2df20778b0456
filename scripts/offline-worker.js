// The service worker of the built site. The build puts before it:
// const VERSION, a hash of all files; const FILES, their paths under the site and their SHA-256.
//
// Pages come from the network while there is one, so that nobody sees an old one; everything that they load carries its
// content's hash in its name and comes from here, also for pages that were opened before the site was renewed.

const PREFIX = "marginscape-";
const CACHE = PREFIX + VERSION;

/** Milliseconds after which a network that does not answer is taken for none. */
const PATIENCE = 4000;

const scope = new URL(self.registration.scope);

/** @param {Request} request the path under the site of the file that answers it */
function pathOf(request) {
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname))
    return;
  const path = decodeURIComponent(url.pathname.slice(scope.pathname.length));
  return [path, `${path}index.html`, `${path}.html`].find((name) => Object.hasOwn(FILES, name));
}

/** A file as the build made it, or not at all: another one would not fit to the rest. */
async function kept(cache, path) {
  const address = new URL(path, scope);
  const response = await fetch(address, { cache: "no-cache", integrity: FILES[path] });
  if (!response.ok) throw new Error(`${response.status}: ${address}`);
  // a page that was redirected to may not answer for the one that was asked for
  await cache.put(address, new Response(response.body, { headers: response.headers }));
}

async function install() {
  const cache = await caches.open(CACHE);
  const waiting = Object.keys(FILES);
  const work = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) await kept(cache, path);
  };
  try {
    await Promise.all(Array.from({ length: 6 }, work));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
  await self.skipWaiting();
}

/** Files of earlier versions go once no page is open that might ask for them. */
async function clear() {
  // the next version may still be gathering its own
  if (self.registration.installing ?? self.registration.waiting) return;
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.length > 0) return;
  for (const name of await caches.keys())
    if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
}

/** The file of this version, else of an earlier one. */
async function fromCache(path) {
  const address = new URL(path, scope);
  return (await (await caches.open(CACHE)).match(address)) ?? (await caches.match(address));
}

async function page(request, path) {
  const network = fetch(request);
  const late = new Promise((done) => setTimeout(done, PATIENCE));
  const answer = await Promise.race([network, late]).catch(() => undefined);
  if (answer?.ok || answer?.type === "opaqueredirect") return answer;
  return (path && (await fromCache(path))) ?? answer ?? network;
}

async function file(request) {
  const { origin, pathname } = new URL(request.url);
  return (await caches.match(origin + pathname)) ?? fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = pathOf(request);
  if (request.mode === "navigate") {
    if (path === undefined) return;
    event.waitUntil(clear());
    event.respondWith(page(request, path));
  } else if (request.method === "GET" && request.url.startsWith(new URL("assets/", scope).href)) {
    event.respondWith(file(request));
  }
});
