import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { History } from "../../src/app/history.ts";
import { hasLoss, LossStore, refusal, Store } from "../../src/app/store.ts";
import type { FigureSpec } from "../../src/spec/figure.ts";
import { resolveLandscape } from "../../src/spec/landscape.ts";
import type { LandscapeSpec } from "../../src/spec/landscape-schema.ts";

const circle: LandscapeSpec = { version: 1, loss: { id: "circle" } };
const panels: FigureSpec = { version: 1, kind: "panels", panels: [{ figure: circle }] };
const surface: FigureSpec = { version: 1, kind: "surface", loss: { id: "circle" } };
const usual = resolveLandscape({ version: 1, loss: { id: "triplet" } });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the history", () => {
  it("goes back and forth over figures of all kinds", () => {
    const history = new History(circle);
    const kinds: string[] = [];
    history.watch(({ figure }) => kinds.push(figure.kind));
    history.replace(panels, "preset");
    history.replace(surface, "recipe");
    history.undo();
    history.undo();
    expect(history.canUndo).toBe(false);
    history.redo();
    expect(kinds).toEqual(["landscape", "panels", "surface", "panels", "landscape", "panels"]);
    expect(history.canRedo).toBe(true);
    history.replace(circle, "preset");
    expect(history.canRedo).toBe(false);
  });

  it("tells everybody of a change, also after one who failed", () => {
    const history = new History(circle);
    let told = 0;
    history.watch(({ figure }) => {
      if (figure.kind === "panels") throw new Error("a fault of a listener");
    });
    history.watch(() => told++);
    expect(() => history.replace(panels, "preset")).toThrow("a fault of a listener");
    expect(told).toBe(2);
    expect(history.shown.figure.kind).toBe("panels");
    history.undo();
    expect(told).toBe(3);
  });

  it("takes quick changes by one control for one step, slow ones and those by others for more", () => {
    const steps = (changes: readonly (readonly [by: string, after: number])[]): number => {
      const history = new History(circle);
      changes.forEach(([by, after], i) => {
        vi.advanceTimersByTime(after);
        history.replace({ ...circle, samples: 64 + i }, by);
      });
      let count = 0;
      for (; history.canUndo; count++) history.undo();
      return count;
    };
    expect(steps([["a", 0], ["a", 100], ["a", 600]])).toBe(1); // prettier-ignore
    expect(steps([["a", 0], ["a", 800]])).toBe(2); // prettier-ignore
    expect(steps([["a", 0], ["b", 10], ["a", 10]])).toBe(3); // prettier-ignore
  });

  it("takes what one hand does for one step however long it rests, and what the next does for another", () => {
    const history = new History(circle);
    let samples = 64;
    const change = (after: number): void => {
      vi.advanceTimersByTime(after);
      history.replace({ ...circle, samples: samples++ }, "a");
    };
    const back = (): number => {
      history.undo();
      return (history.shown.figure as ReturnType<typeof resolveLandscape>).samples;
    };
    history.hold(true);
    change(0);
    change(5000);
    history.hold(false);
    vi.advanceTimersByTime(800);
    history.hold(true);
    change(0);
    change(5000);
    history.hold(false);
    change(1000);
    expect([back(), back(), back(), history.canUndo]).toEqual([67, 65, usual.samples, false]);
  });

  it("takes a figure that resolves to the same for no change, and an illegal one for none at all", () => {
    const history = new History(circle);
    history.replace({ ...circle, samples: 256 }, "a");
    expect(history.canUndo).toBe(false);
    const illegal = { version: 1, loss: { id: "circle", params: { margin: 7 } } } as const;
    expect(refusal(() => history.replace(illegal, "a"))).toBe(
      "invalid loss.params.margin: 7; expected -1 to 1",
    );
    expect(history.shown.figure).toEqual(resolveLandscape(circle));
  });

  it("keeps a link's unknown keys through every change", () => {
    const history = new History(circle, [["later", "1"]]);
    history.replace(panels, "preset");
    expect(history.shown.unknown).toEqual([["later", "1"]]);
  });
});

describe("a store of landscapes", () => {
  it("hears of landscapes only, and keeps the last one", () => {
    const history = new History(circle);
    const store = new Store(history, usual);
    const heard: string[] = [];
    store.watch(({ figure }) => heard.push(figure.loss.id));
    history.replace(panels, "preset");
    history.replace(surface, "preset");
    expect(heard).toEqual(["circle"]);
    expect(store.state.figure.kind).toBe("landscape");
    history.replace({ version: 1, loss: { id: "am-softmax" } }, "preset");
    expect(heard).toEqual(["circle", "am-softmax"]);
  });

  it("has a usual figure where the page began with another kind", () => {
    expect(new Store(new History(panels), usual).state.figure).toBe(usual);
  });
});

describe("a store of losses", () => {
  it("changes the loss of any figure that has one, and nothing else of it", () => {
    const history = new History({ ...surface, camera: { azimuth: 10 } });
    const store = new LossStore(history, usual);
    store.set("param.margin", "0.4");
    store.set("gradient", "attached");
    expect(history.shown.figure).toMatchObject({
      kind: "surface",
      camera: { azimuth: 10 },
      loss: { params: { margin: 0.4 }, gradient: "attached" },
    });
    store.choose("am-softmax");
    expect(history.shown.figure).toMatchObject({ kind: "surface", loss: { id: "am-softmax" } });
    store.type("softplus(8 * (s_n - s_p))");
    expect(history.shown.figure).toMatchObject({ kind: "surface", loss: { id: "formula" } });
  });

  it("is told apart by what a figure has", () => {
    const has = (spec: FigureSpec): boolean => hasLoss(new History(spec).shown.figure);
    expect([has(circle), has(surface), has(panels)]).toEqual([true, true, false]);
  });
});
