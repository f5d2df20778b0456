import { describe, expect, it } from "vitest";
import { History } from "../../src/app/history.ts";
import { areSeveralViews, slotNames, slotsOf } from "../../src/app/slots.ts";
import { LossStore } from "../../src/app/store.ts";
import { type FigureSpec, resolveFigure } from "../../src/spec/figure.ts";
import { findPreset } from "../../src/spec/presets.ts";

const circle = (margin: number) => ({ id: "circle", params: { margin } });

const two: FigureSpec = {
  version: 1,
  kind: "panels",
  panels: [
    { figure: { version: 1, loss: circle(0.25) } },
    { figure: { version: 1, loss: circle(0.4) } },
    { title: "Another", figure: { version: 1, loss: { id: "am-softmax" } } },
  ],
};

function storeOf(spec: FigureSpec): { readonly history: History; readonly store: LossStore } {
  const history = new History(spec);
  const usual = slotsOf(resolveFigure({ version: 1, loss: { id: "circle" } }))[0].part;
  return { history, store: new LossStore(history, usual) };
}

const margins = (history: History): unknown[] =>
  slotsOf(history.shown.figure).map(({ part }) => part.loss.params["margin"]);

describe("the losses of a figure", () => {
  it("are found in every kind, and called by what tells them apart", () => {
    const figure = resolveFigure(two);
    const slots = slotsOf(figure);
    expect(slots.map(({ place }) => place.join("."))).toEqual([
      "panels.0.figure",
      "panels.1.figure",
      "panels.2.figure",
    ]);
    expect(slotNames(figure, slots)).toEqual([
      "Circle loss, m = 0.25",
      "Circle loss, m = 0.4",
      "AM-Softmax (CosFace)",
    ]);
    const single = resolveFigure({ version: 1, loss: circle(0.3) });
    expect(slotNames(single, slotsOf(single))).toEqual(["Circle loss"]);
  });

  it("one of them changes, the others stay", () => {
    const { history, store } = storeOf(two);
    store.select(1);
    store.set("param.margin", "0.5");
    expect(margins(history)).toEqual([0.25, 0.5, 0.35]);
    store.choose("triplet");
    expect(slotsOf(history.shown.figure).map(({ part }) => part.loss.id)).toEqual([
      "circle",
      "triplet",
      "am-softmax",
    ]);
    expect(store.state.index).toBe(1);
  });

  it("keeps apart what passes through the same value", () => {
    const { history, store } = storeOf(two);
    for (const m of ["0.3", "0.4", "0.45"]) store.set("param.margin", m);
    expect(margins(history)).toEqual([0.45, 0.4, 0.35]);
  });

  it("moves several views of one loss together, unless told not to", () => {
    const { history, store } = storeOf(findPreset("circle-fig2").spec);
    expect(areSeveralViews(store.state.slots)).toBe(true);
    const { slots, figure } = store.state;
    const alike = slots.filter(({ part }) => part.loss.id === figure.loss.id).length;
    expect(alike).toBeGreaterThan(1);
    store.set("param.margin", "0.2");
    expect(margins(history).filter((m) => m === 0.2)).toHaveLength(alike);
    store.moveTogether(false);
    store.set("param.margin", "0.1");
    expect(margins(history).filter((m) => m === 0.1)).toHaveLength(1);
  });

  it("drops a family over a parameter that the next loss does not have", () => {
    const { history, store } = storeOf({
      version: 1,
      kind: "boundaries",
      entries: [{ loss: { id: "am-softmax" }, vary: { param: "margin", values: [0.1, 0.2] } }],
    });
    store.choose("info-nce");
    expect(history.shown.figure).toMatchObject({ entries: [{ loss: { id: "info-nce" } }] });
  });
});
