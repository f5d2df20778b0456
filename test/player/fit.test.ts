import { describe, expect, it } from "vitest";
import { prepareFigure } from "../../src/figures/figure.ts";
import { fitted } from "../../src/player/fit.ts";
import { resolveFigure } from "../../src/spec/figure.ts";
import { freeHeight, panelsGrow, type PanelsSpec, resolvePanels } from "../../src/spec/panels.ts";

const panel = { figure: { version: 1, loss: { id: "circle" } } } as const;
const grid = (panels: number, columns: number, size?: PanelsSpec["size"]) =>
  resolvePanels({
    version: 1,
    kind: "panels",
    columns,
    panels: Array.from({ length: panels }, () => panel),
    ...(size && { size }),
  });

describe("a figure in a room", () => {
  it("keeps its size where there is room", () => {
    const figure = resolveFigure({ version: 1, loss: { id: "circle" } });
    expect(fitted(figure, 640)).toBe(figure);
    expect(fitted(figure, 900)).toBe(figure);
    expect(fitted(figure, 0)).toBe(figure);
  });

  it("that is narrower is as narrow as the room, but never flat", () => {
    const figure = resolveFigure({ version: 1, loss: { id: "circle" }, size: { width: 900, height: 300 } });
    expect(fitted(figure, 320).size).toEqual({ width: 320, height: 304 });
    expect(fitted(figure, 90).size.width).toBe(200);
  });
});

describe("panels in a narrow room", () => {
  it.each([
    [6, 3, 900, 3],
    [6, 3, 520, 3],
    [6, 3, 500, 2],
    [8, 4, 700, 4],
    [8, 4, 500, 2],
    [15, 5, 900, 5],
    [15, 5, 800, 4],
    [3, 3, 320, 1],
    [2, 1, 200, 1],
  ])("%d in %d columns, in %d px, stand in %d", (panels, columns, room, expected) => {
    const figure = fitted(grid(panels, columns), room);
    expect(figure.columns).toBe(expected);
    expect(figure.size.width).toBe(Math.min(room, grid(panels, columns).size.width));
  });

  it("keep the proportions of a panel where the figure says its height", () => {
    const whole = grid(6, 3, { width: 960, height: 800 });
    expect(panelsGrow(whole)).toBe(false);
    const narrow = fitted(whole, 320);
    const aspect = ({ size, columns }: typeof whole, words: number): number =>
      (size.height - words) / (6 / columns) / (size.width / columns);
    // the words above and below take 110 pixels, and 30 more for each column that is gone
    expect(aspect(narrow, 170)).toBeCloseTo(aspect(whole, 110), 2);
  });

  it("are as high as they need to be where it does not", () => {
    const whole = grid(6, 3);
    const narrow = fitted(whole, 320);
    expect([panelsGrow(whole), panelsGrow(narrow)]).toEqual([true, true]);
    expect(narrow.size.height).toBe(freeHeight({ ...whole, columns: 1, size: narrow.size }));
    const drawn = prepareFigure(narrow).draw();
    const lowest = Math.max(
      ...drawn.nodes.flatMap((node) => (node.type === "text" ? [node.y] : [])),
      ...(drawn.panels ?? []).map(({ y, scene }) => y + scene.height),
    );
    expect(drawn.height - lowest).toBeGreaterThan(0);
    expect(drawn.height - lowest).toBeLessThan(20);
  });

  it("never ask for more than a figure may have", () => {
    expect(fitted(grid(24, 6), 320).size.height).toBeLessThanOrEqual(4000);
  });
});
