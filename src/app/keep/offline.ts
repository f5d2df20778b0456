/**
 * From the next visit on, the page needs no network: a worker beside it keeps its files. A browser may have none, or
 * forbid it; then everything is as it was.
 */
export function workOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  navigator.serviceWorker.register("./offline.js").catch((error: unknown) => {
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
  });
}
