import type { Kept } from "./kept.ts";

/** What makes of an entry the next one: nothing takes it away. */
export type Step = (before: unknown) => Kept | undefined;

/** Where entries lie. Everything may fail: storage can be full, forbidden, or go away. */
export interface Storage {
  all(): Promise<unknown[]>;
  /** Replaces one entry by what `step` makes of it; nothing of another tab comes between. Rejects as `step` throws. */
  change(id: string, step: Step): Promise<void>;
}

const NAME = "marginscape";
const SHELVES = ["figures", "drafts"] as const;
export type ShelfName = (typeof SHELVES)[number];

let opening: Promise<IDBDatabase> | undefined;

function opened(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.addEventListener("upgradeneeded", () => {
      for (const name of SHELVES) request.result.createObjectStore(name, { keyPath: "id" });
    });
    request.addEventListener("success", () => {
      const database = request.result;
      // the reader cleared the site's data, or another version of the page wants to change the shelves
      database.addEventListener("close", () => (opening = undefined));
      database.addEventListener("versionchange", () => {
        database.close();
        opening = undefined;
      });
      resolve(database);
    });
    request.addEventListener("error", () => reject(request.error));
  });
  opening.catch(() => (opening = undefined));
  return opening;
}

/** A shelf of the browser's own database. */
export const stored = (shelf: ShelfName): Storage => ({
  async all() {
    const database = await opened();
    return new Promise((resolve, reject) => {
      const request = database.transaction(shelf).objectStore(shelf).getAll();
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => reject(request.error));
    });
  },
  async change(id, step) {
    const database = await opened();
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(shelf, "readwrite");
      const store = transaction.objectStore(shelf);
      let refusal: unknown;
      const request = store.get(id);
      request.addEventListener("success", () => {
        try {
          const next = step(request.result);
          if (next === undefined) store.delete(id);
          else store.put(next);
        } catch (error) {
          refusal = error;
          transaction.abort();
        }
      });
      transaction.addEventListener("complete", () => resolve());
      transaction.addEventListener("abort", () => reject(refusal ?? transaction.error));
    });
  },
});
