import { InputError } from "../../losses/errors.ts";
import type { Step, Storage } from "./database.ts";
import { type Kept, keptFrom } from "./kept.ts";
import { keepWords } from "../words/keep.ts";

/** Another tab was faster. */
export class Conflict extends Error {
  override name = "Conflict";
}

/** How tabs tell each other that something changed. */
export interface Bell {
  ring(): void;
  onRing(listener: () => void): void;
}

/**
 * Entries that survive the page, and are the same in every tab. What the storage does not take is held in this page, which
 * says so, and is put there as soon as there is room.
 */
export class Shelf {
  /** Entries, or that there is none any more, which the storage has not taken. */
  readonly #held = new Map<string, Kept | undefined>();
  #stored = new Map<string, Kept>();
  readonly #listeners: (() => void)[] = [];
  #problem = "";

  constructor(
    private readonly storage: Storage,
    private readonly bell: Bell,
  ) {
    bell.onRing(() => this.#tell());
  }

  /** Why entries are held in this page only; empty where they are not. */
  get problem(): string {
    return this.#problem;
  }

  /** Whether closing this page would lose something. */
  get isHolding(): boolean {
    return [...this.#held.values()].some((kept) => kept !== undefined);
  }

  /** Whether an entry would be lost with this page. */
  isHeld(id: string): boolean {
    return this.#held.get(id) !== undefined;
  }

  /** Calls `listener` after every change, by whatever tab. */
  watch(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** All entries, the latest first. */
  async list(): Promise<Kept[]> {
    try {
      this.#stored = new Map((await this.storage.all()).flatMap(readable).map((kept) => [kept.id, kept]));
    } catch (error) {
      this.#problem = keepWords().problem(error);
    }
    const entries = new Map<string, Kept | undefined>([...this.#stored, ...this.#held]);
    return [...entries.values()]
      .filter((kept) => kept !== undefined)
      .toSorted((a, b) => b.changed - a.changed);
  }

  /** A new entry, or one that comes back. */
  async put(kept: Kept): Promise<void> {
    await this.#write(kept.id, () => kept);
  }

  /** Changes an entry as this page knows it. Rejects with `Conflict`, and changes nothing, if another tab changed it since. */
  async change(
    known: Kept,
    parts: Partial<Pick<Kept, "name" | "figure" | "marginscape" | "thumbnail">>,
  ): Promise<void> {
    await this.#write(known.id, (before) => {
      sameAs(known, before);
      return { ...known, ...parts, changed: Date.now(), revision: known.revision + 1 };
    });
  }

  /** Takes an entry away. Rejects as `change`. */
  async remove(known: Kept): Promise<void> {
    await this.#write(known.id, (before) => {
      sameAs(known, before);
      return undefined;
    });
  }

  async #write(id: string, step: Step): Promise<void> {
    const here = (stored: unknown): unknown => (this.#held.has(id) ? this.#held.get(id) : stored);
    try {
      await this.storage.change(id, (stored) => step(here(stored)));
      this.#held.delete(id);
      this.#problem = "";
      await this.#putHeld();
    } catch (error) {
      if (error instanceof Conflict) throw error;
      this.#held.set(id, step(here(this.#stored.get(id))));
      this.#problem = keepWords().problem(error);
    }
    this.#tell();
    this.bell.ring();
  }

  /** There may be room again. */
  async #putHeld(): Promise<void> {
    for (const [id, kept] of this.#held) {
      await this.storage
        .change(id, () => kept)
        .then(
          () => this.#held.delete(id),
          (error: unknown) => (this.#problem = keepWords().problem(error)),
        );
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function sameAs(known: Kept, before: unknown): void {
  if (before === undefined) throw new Conflict(keepWords().deletedElsewhere(known.name));
  const { name, revision } = keptFrom(before);
  if (revision !== known.revision) throw new Conflict(keepWords().changedElsewhere(known.name, name));
}

/** What is no entry is left where it lies. */
function readable(value: unknown): Kept[] {
  try {
    return [keptFrom(value)];
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}
