import { InputError, shown } from "../../losses/errors.ts";
import { figureOf, isSame, type Kept, keptFrom } from "./kept.ts";
import type { Shelf } from "./shelf.ts";
import { keepWords } from "../words/keep.ts";
import { words } from "../words/words.ts";

/** All figures as one file. Pictures are left out: they can be drawn. */
export function collectionOf(kept: readonly Kept[]): string {
  const figures = kept.map(({ id, name, changed, marginscape, figure }) => ({
    id,
    name,
    changed,
    marginscape,
    figure,
  }));
  return `${JSON.stringify({ marginscape: __VERSION__, figures }, null, 1)}\n`;
}

/** The entries of such a file, unread; nothing where it is another file. */
export function entriesIn(text: string): readonly unknown[] | undefined {
  try {
    const file: unknown = JSON.parse(text);
    if (typeof file !== "object" || file === null || !("figures" in file)) return undefined;
    return Array.isArray(file.figures) ? file.figures : undefined;
  } catch {
    return undefined;
  }
}

/** Puts the entries of a file beside what is there, and says in words what happened. Nothing is overwritten. */
export async function takeIn(shelf: Shelf, entries: readonly unknown[]): Promise<string> {
  const there = new Map((await shelf.list()).map((kept) => [kept.id, kept]));
  let added = 0;
  let known = 0;
  const refusals: string[] = [];
  for (const entry of entries) {
    try {
      const kept = keptFrom(entry);
      figureOf(kept);
      if ([...there.values()].some((other) => isSame(other, kept))) {
        known++;
        continue;
      }
      const next = { ...kept, id: there.has(kept.id) ? crypto.randomUUID() : kept.id, revision: 1 };
      await shelf.put(next);
      there.set(next.id, next);
      added++;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      refusals.push(words.told(error.message));
    }
  }
  const rest = refusals.length > 0 ? keepWords().passedOver(refusals.length, shown(refusals[0], 200)) : "";
  return keepWords().imported(added, known) + rest;
}
