import { expect, it } from "vitest";
import { toSvg } from "../../src/export/svg.ts";
import { prepareFigure } from "../../src/figures/figure.ts";
import { remembered } from "../../src/figures/remembered.ts";
import { type FigureSpec, resolveFigure } from "../../src/spec/figure.ts";

it("makes the same thing once, and forgets the one that was not asked for longest", () => {
  const made: number[] = [];
  const of = remembered(
    2,
    ({ n }: { n: number; unseen?: string }) => (made.push(n), { n }),
    ({ n }) => ({ n }),
  );
  const first = of({ n: 1 });
  expect(of({ n: 1, unseen: "x" })).toBe(first);
  of({ n: 2 });
  of({ n: 1 });
  of({ n: 3 });
  expect(of({ n: 1 })).toBe(first);
  expect(made).toEqual([1, 2, 3]);
  of({ n: 2 });
  expect(made).toEqual([1, 2, 3, 2]);
});

it("a figure after another is drawn as if it were the first", () => {
  const surface = (azimuth: number, more: object = {}): FigureSpec => ({
    version: 1,
    kind: "surface",
    loss: { id: "circle", params: { gamma: 8 } },
    samples: 12,
    camera: { azimuth, elevation: 30 },
    ...more,
  });
  const panels = (...figures: readonly FigureSpec[]) =>
    ({ version: 1, kind: "panels", panels: figures.map((figure) => ({ figure })) }) as FigureSpec;
  const specs = [
    surface(40),
    surface(50),
    surface(50, { theme: "dark" }),
    surface(50, { title: "other", counts: { K: 2, L: 2 } }),
    panels(surface(40), surface(50, { quantity: "dSp" })),
    panels(surface(60), surface(50, { quantity: "dSp" })),
  ];
  const drawn = (spec: FigureSpec): string => toSvg(prepareFigure(resolveFigure(spec)).draw());
  const forwards = specs.map(drawn);
  expect(new Set(forwards).size).toBe(specs.length);
  expect(specs.toReversed().map(drawn).toReversed()).toEqual(forwards);
});
