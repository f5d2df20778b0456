import { describe, expect, it } from "vitest";
import { entriesIn, collectionOf, takeIn } from "../../../src/app/keep/file.ts";
import type { Step, Storage } from "../../../src/app/keep/database.ts";
import { figureOf, type Kept, keptFrom, keptOf } from "../../../src/app/keep/kept.ts";
import { Conflict, Shelf } from "../../../src/app/keep/shelf.ts";
import type { FigureSpec } from "../../../src/spec/figure.ts";

const circle = (margin: number): FigureSpec => ({ version: 1, loss: { id: "circle", params: { margin } } });

/** A storage in memory with room for so many entries, which can be forbidden. */
class Box implements Storage {
  readonly entries = new Map<string, unknown>();
  room = Infinity;
  isForbidden = false;

  all(): Promise<unknown[]> {
    return this.#allowed(() => [...this.entries.values()]);
  }

  change(id: string, step: Step): Promise<void> {
    return this.#allowed(() => {
      const next = step(this.entries.get(id));
      if (next === undefined) this.entries.delete(id);
      else if (this.entries.has(id) || this.entries.size < this.room) this.entries.set(id, next);
      else throw new DOMException("no room", "QuotaExceededError");
    });
  }

  async #allowed<T>(action: () => T): Promise<T> {
    if (this.isForbidden) throw new DOMException("The operation is insecure.", "SecurityError");
    return action();
  }
}

/** Tabs over one box. */
function tabs(box: Box, count: number): Shelf[] {
  const listeners: (() => void)[] = [];
  return Array.from(
    { length: count },
    (_, self) =>
      new Shelf(box, {
        ring: () => listeners.forEach((listener, i) => i !== self && listener()),
        onRing: (listener) => (listeners[self] = listener),
      }),
  );
}

const named = (name: string, margin = 0.25): Kept => keptOf(circle(margin), name);
const names = async (shelf: Shelf): Promise<string[]> =>
  (await shelf.list()).map(({ name }) => name).toSorted();

describe("a shelf", () => {
  it("gives back what was put there, to every tab, and tells them", async () => {
    const [one, other] = tabs(new Box(), 2);
    let told = 0;
    other.watch(() => told++);
    const kept = named("a", 0.3);
    await one.put(kept);
    expect(told).toBe(1);
    expect((await other.list()).map(figureOf)).toEqual([circle(0.3)]);
    await one.change(kept, { name: "b" });
    await one.remove((await one.list())[0]);
    expect(told).toBe(3);
    expect(await other.list()).toEqual([]);
  });

  it("lets no tab overwrite what another has changed or deleted since", async () => {
    const [one, other] = tabs(new Box(), 2);
    const kept = named("a");
    await one.put(kept);
    const [known] = await other.list();
    await one.change(kept, { name: "b" });
    await expect(other.change(known, { name: "c" })).rejects.toThrow(
      "“a” was renamed to “b” in another tab meanwhile",
    );
    await expect(other.remove(known)).rejects.toBeInstanceOf(Conflict);
    const [renamed] = await other.list();
    expect(renamed.name).toBe("b");
    await other.remove(renamed);
    await expect(one.change(renamed, { name: "d" })).rejects.toThrow(
      "“b” was deleted in another tab meanwhile",
    );
    expect(await names(one)).toEqual([]);
  });

  it("holds what does not fit, says so, and puts it there once there is room", async () => {
    const box = new Box();
    box.room = 1;
    const [shelf, other] = tabs(box, 2);
    const first = named("first");
    await shelf.put(first);
    expect(shelf.problem).toBe("");
    const second = named("second");
    await shelf.put(second);
    expect(shelf.problem).toContain("storage is full");
    expect(shelf.isHolding).toBe(true);
    expect(shelf.isHeld(second.id)).toBe(true);
    expect(await names(shelf)).toEqual(["first", "second"]);
    expect(await names(other)).toEqual(["first"]);
    // what is held can be worked with as well
    await shelf.change(second, { name: "third" });
    expect(await names(shelf)).toEqual(["first", "third"]);
    await shelf.remove(first);
    expect(shelf.problem).toBe("");
    expect(shelf.isHolding).toBe(false);
    expect(await names(other)).toEqual(["third"]);
  });

  it("works in a page that may store nothing, and says so", async () => {
    const box = new Box();
    box.isForbidden = true;
    const [shelf] = tabs(box, 1);
    const kept = named("a");
    await shelf.put(kept);
    await shelf.change(kept, { name: "b" });
    expect(await names(shelf)).toEqual(["b"]);
    expect(shelf.problem).toContain("keeps nothing for this page (The operation is insecure)");
    await shelf.remove((await shelf.list())[0]);
    expect(await names(shelf)).toEqual([]);
    expect(shelf.isHolding).toBe(false);
  });

  it("passes over what lies there and is no entry, and leaves it", async () => {
    const box = new Box();
    for (const [i, value] of [null, 3, "x", [], {}, { id: "a", figure: 1, marginscape: "1" }].entries())
      box.entries.set(`${i}`, value);
    const [shelf] = tabs(box, 1);
    await shelf.put(named("a"));
    expect(await names(shelf)).toEqual(["a"]);
    expect(box.entries.size).toBe(7);
  });
});

describe("an entry", () => {
  it("of a newer version is kept as it is, and not drawn", () => {
    const entry = keptFrom({
      ...named("a"),
      marginscape: "99.0.0",
      figure: { version: 7, kind: "hologram" },
    });
    expect(entry.figure).toEqual({ version: 7, kind: "hologram" });
    expect(() => figureOf(entry)).toThrow(
      "made by Marginscape 99.0.0, figure version 7; this one reads up to version 1",
    );
  });

  it.each([
    ["https://example.org/x.png"],
    ["data:text/html,<script>alert(1)</script>"],
    ["data:image/svg+xml;base64,PHN2Zz4="],
    ["javascript:alert(1)"],
    [`data:image/png;base64,${"A".repeat(400_000)}`],
    [7],
  ])("has no picture but a small one in text: %.40s", (thumbnail) => {
    expect(keptFrom({ ...named("a"), thumbnail }).thumbnail).toBe("");
  });

  it("has its picture", () => {
    const thumbnail = "data:image/webp;base64,UklGRg==";
    expect(keptFrom({ ...named("a"), thumbnail }).thumbnail).toBe(thumbnail);
  });

  it("with odd parts is read without them", () => {
    const kept = keptFrom({ ...named("a"), name: 7, changed: "now", revision: -1 });
    expect(kept).toMatchObject({ name: "", changed: 0, revision: 0 });
  });
});

describe("a file of figures", () => {
  const exported = async (shelf: Shelf): Promise<readonly unknown[]> =>
    entriesIn(collectionOf(await shelf.list())) ?? [];

  it("brings all of them back, and twice the same is once", async () => {
    const [one] = tabs(new Box(), 1);
    await one.put(named("a", 0.3));
    await one.put(named("b", 0.4));
    const entries = await exported(one);
    const [other] = tabs(new Box(), 1);
    expect(await takeIn(other, entries)).toBe("2 figures added.");
    expect(await takeIn(other, entries)).toBe("0 figures added; 2 were here already.");
    const figuresOf = async (shelf: Shelf): Promise<string[]> =>
      (await shelf.list())
        .map(({ id, name, changed, figure }) => JSON.stringify([id, name, changed, figure]))
        .toSorted();
    expect(await figuresOf(other)).toEqual(await figuresOf(one));
  });

  it("never overwrites: a figure that was changed since is put beside", async () => {
    const [shelf] = tabs(new Box(), 1);
    const kept = named("a", 0.3);
    await shelf.put(kept);
    const entries = await exported(shelf);
    await shelf.change(kept, { figure: circle(0.5) });
    expect(await takeIn(shelf, entries)).toBe("1 figure added.");
    expect((await shelf.list()).map(figureOf)).toEqual(expect.arrayContaining([circle(0.3), circle(0.5)]));
  });

  it("with bad entries gives the good ones and says why not the others", async () => {
    const [shelf] = tabs(new Box(), 1);
    const bad = { ...named("b"), figure: { version: 1, loss: { id: "circel" } } };
    const said = await takeIn(shelf, [null, named("a"), bad, { id: "__proto__" }]);
    expect(said).toMatch(
      /^1 figure added. 3 entries are no figure and were passed over: "invalid kept figure: null;/,
    );
    expect(await names(shelf)).toEqual(["a"]);
  });

  it.each(["", "{}", "[]", "null", '{"figures": 3}', '{"version": 1, "loss": {"id": "circle"}}', "{"])(
    "is not %j",
    (text) => expect(entriesIn(text)).toBeUndefined(),
  );
});
