import { describe, expect, it } from "vitest";
import { figureTable } from "../../src/export/data/figure-data.ts";
import { prepareFigure } from "../../src/figures/figure.ts";
import { rowsOf, type Table } from "../../src/figures/figure-table.ts";
import { planePoint } from "../../src/losses/plane-form.ts";
import { descentAngle } from "../../src/plane/quantity.ts";
import { curveFunctions } from "../../src/figures/curves-functions.ts";
import { figureLoss } from "../../src/spec/figure-loss.ts";
import { type FigureSpec, resolveFigure } from "../../src/spec/figure.ts";
import { PRESETS } from "../../src/spec/presets.ts";

const column = (table: Table, name: string): readonly (number | string)[] => {
  const found = table.columns.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no column ${name}`);
  return Array.from<number | string>(found.values);
};
const numbersOf = (table: Table, name: string): number[] => column(table, name).map(Number);
const namesOf = (table: Table): string[] => table.columns.map(({ name }) => name);

/** Rows that look random and are the same every time. */
const someRows = (table: Table, count = 60): number[] => {
  let state = 12345;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state % rowsOf(table);
  });
};

const formOf = ({
  loss: choice,
  counts,
}: {
  loss: Parameters<typeof figureLoss>[0];
  counts: { K: number; L: number };
}) => {
  const loss = figureLoss(choice);
  return loss.plane({ ...choice.params } as never, counts, "detached");
};

describe("the table of a landscape", () => {
  const spec: FigureSpec = {
    version: 1,
    loss: { id: "circle", params: { gamma: 80 } },
    counts: { K: 3, L: 7 },
    quantity: "direction",
    samples: 65,
    axes: { negative: { unit: "degrees", range: [120, 20] }, horizontal: "positive" },
  };
  const table = figureTable(spec);

  it("has a row to each node, the first at the bottom left, the horizontal axis fastest", () => {
    expect(namesOf(table)).toEqual(["sn", "sp", "loss", "dsn", "dsp", "direction"]);
    expect(table.grid).toEqual({ rows: 65, columns: 65 });
    expect(rowsOf(table)).toBe(65 * 65);
    const [sn, sp] = [numbersOf(table, "sn"), numbersOf(table, "sp")];
    expect([sn[0], sn[1]]).toEqual([sn[0], sn[0]]);
    expect(sn[0]).toBeCloseTo(-0.5, 12);
    expect(sn[65 * 64]).toBeCloseTo(Math.cos(Math.PI / 9), 12);
    expect(sp[1]).toBeGreaterThan(sp[0]);
  });

  it("has the loss's own numbers", () => {
    const figure = resolveFigure(spec);
    if (figure.kind !== "landscape") throw new Error("no landscape");
    const form = formOf(figure);
    const of = (name: string) => numbersOf(table, name);
    const [sn, sp, loss, dsn, dsp, direction] = ["sn", "sp", "loss", "dsn", "dsp", "direction"].map(of);
    for (const row of someRows(table)) {
      const point = planePoint(form, sp[row], sn[row]);
      [loss, dsn, dsp].forEach((each, i) => {
        const exact = [point.value, point.dSn, point.dSp][i];
        // a field adds the terms in another order
        expect(Math.abs(each[row] - exact)).toBeLessThanOrEqual(4e-15 * Math.abs(exact));
      });
      expect(direction[row]).toBeCloseTo(descentAngle(point.dSp, point.dSn), 11);
    }
  });
});

describe("the table of a surface", () => {
  it("has the loss's own numbers and the heights that are drawn", () => {
    const table = figureTable({
      version: 1,
      kind: "surface",
      loss: { id: "circle", params: { gamma: 80 } },
      quantity: "absDSn",
      transform: "negativeLog",
      heightScale: 80,
      samples: 24,
    });
    expect(namesOf(table)).toEqual(["sn", "sp", "loss", "dsn", "dsp", "absDSn", "height"]);
    expect(table.grid).toEqual({ rows: 25, columns: 25 });
    const form = formOf({
      loss: { id: "circle", params: { gamma: 80, margin: 0.25 } },
      counts: { K: 1, L: 1 },
    });
    const [sn, sp, dsn, height] = ["sn", "sp", "dsn", "height"].map((name) => numbersOf(table, name));
    for (const row of someRows(table)) {
      const { dSn } = planePoint(form, sp[row], sn[row]);
      expect(dsn[row]).toBe(dSn);
      expect(height[row]).toBeCloseTo(-Math.log(Math.abs(dSn) / 80), 12);
    }
  });
});

describe("the table of a difference", () => {
  it("is one loss less the other", () => {
    const table = figureTable({
      version: 1,
      kind: "difference",
      a: { loss: { id: "circle", params: { gamma: 80 } } },
      b: { loss: { id: "am-softmax", params: { gamma: 80, margin: 0.3 } } },
      compare: "difference",
      quantity: "dSp",
      samples: 33,
    } as FigureSpec);
    expect(namesOf(table)).toEqual(["sn", "sp", "difference", "a", "b"]);
    const [sn, sp, difference, a, b] = namesOf(table).map((name) => numbersOf(table, name));
    const circle = formOf({
      loss: { id: "circle", params: { gamma: 80, margin: 0.25 } },
      counts: { K: 1, L: 1 },
    });
    for (const row of someRows(table)) {
      expect(a[row]).toBe(planePoint(circle, sp[row], sn[row]).dSp);
      expect(difference[row]).toBe(a[row] - b[row]);
    }
  });
});

describe("the table of curves", () => {
  it("has points of every curve, also where the axis is logarithmic", () => {
    const { spec } = PRESETS["blog-transforms"];
    const figure = resolveFigure({ ...spec, y: { scale: "log" } } as FigureSpec);
    if (figure.kind !== "curves") throw new Error("no curves");
    const table = prepareFigure(figure).table();
    expect(namesOf(table)).toEqual(["curve", "piece", "x", "y"]);
    const functions = curveFunctions(figure);
    const [curve, x, y] = [column(table, "curve"), numbersOf(table, "x"), numbersOf(table, "y")];
    const names = [...new Set(curve)];
    expect(names).toHaveLength(functions.length);
    expect(names.join()).not.toContain("$");
    for (const row of someRows(table)) expect(y[row]).toBe(functions[names.indexOf(curve[row])].at(x[row]));
  });

  it("begins a new piece behind a jump", () => {
    const jump = figureTable({
      version: 1,
      kind: "curves",
      curves: [
        {
          loss: { id: "triplet", params: { margin: 0.2 } },
          draw: { of: "slice", quantity: "dSn", fixed: { sp: 0.5 } },
        },
      ],
    } as FigureSpec);
    const [piece, x, y] = ["piece", "x", "y"].map((name) => numbersOf(jump, name));
    const behind = piece.indexOf(2);
    expect(x[behind]).toBeCloseTo(0.3, 6);
    expect([y[behind - 1], y[behind]]).toEqual([0, 1]);
  });

  it("has a row to each bar", () => {
    const { spec } = PRESETS["proxy-anchor-fig3"];
    const table = figureTable(spec);
    expect(namesOf(table)).toEqual([
      "panel",
      "case",
      "loss",
      "side",
      "similarity",
      "weight",
      "share",
      "height",
    ]);
    expect(rowsOf(table)).toBeGreaterThan(3);
  });
});

describe("the tables of boundaries, scatters and pairs", () => {
  it("has points of the boundary: z is zero there", () => {
    const table = figureTable({
      version: 1,
      kind: "boundaries",
      entries: [
        { loss: { id: "circle", params: { margin: 0.25 } } },
        { loss: { id: "am-softmax", params: { margin: 0.35 } } },
      ],
    } as FigureSpec);
    expect(namesOf(table)).toEqual(["boundary", "piece", "sn", "sp"]);
    const [names, sn, sp] = [column(table, "boundary"), numbersOf(table, "sn"), numbersOf(table, "sp")];
    const radius = Math.SQRT2 * 0.25;
    let circles = 0;
    names.forEach((name, row) => {
      if (!String(name).startsWith("Circle")) return expect(sp[row] - sn[row]).toBeCloseTo(0.35, 12);
      circles++;
      expect(Math.hypot(sn[row], sp[row] - 1)).toBeCloseTo(radius, 12);
    });
    expect(circles).toBeGreaterThan(100);
  });

  it("has every pair of a cloud where it started and ended", () => {
    const table = figureTable(PRESETS["circle-fig5"].spec);
    expect(namesOf(table)).toEqual(["panel", "set", "index", "sn", "sp"]);
    const [panel, set] = [column(table, "panel"), column(table, "set")];
    const count = (of: string) => set.filter((each, row) => each === of && panel[row] === "(a)").length;
    expect(count("start")).toBeGreaterThan(0);
    expect(count("end")).toBe(count("start"));
    expect(count("boundary")).toBeGreaterThan(1);
  });

  it("has the edges of an association diagram with the numbers of its facts", () => {
    const { spec } = PRESETS["proxy-anchor-fig2"];
    const table = figureTable(spec);
    const facts = prepareFigure(resolveFigure(spec)).facts() as unknown as {
      panels: {
        panel: string;
        edges: { from: string; to: string; similarity: number; derivative: number }[];
      }[];
    };
    const edges = facts.panels.flatMap(({ panel, edges: each }) => each.map((edge) => ({ panel, ...edge })));
    expect(rowsOf(table)).toBe(edges.length);
    expect(column(table, "panel")).toEqual(edges.map(({ panel }) => panel));
    expect(column(table, "similarity")).toEqual(edges.map(({ similarity }) => similarity));
    expect(column(table, "weight")).toEqual(edges.map(({ derivative }) => Math.abs(derivative)));
    expect(new Set(column(table, "kind"))).toContain("negative");
  });
});

describe("the table of panels", () => {
  it("fills what a panel does not have with NaN and with nothing", () => {
    const table = figureTable({
      version: 1,
      kind: "panels",
      columns: 2,
      panels: [
        { figure: { version: 1, kind: "landscape", loss: { id: "circle" }, samples: 17 } },
        {
          figure: {
            version: 1,
            kind: "curves",
            curves: [{ loss: { id: "circle" }, draw: { of: "slice", quantity: "loss", fixed: { sp: 0.5 } } }],
          },
        },
      ],
    } as FigureSpec);
    expect(namesOf(table).slice(0, 3)).toEqual(["panel", "sn", "sp"]);
    const [panel, loss, curve] = [column(table, "panel"), column(table, "loss"), column(table, "curve")];
    expect([panel[0], curve[0], panel[17 * 17], loss[17 * 17]]).toEqual(["(a)", "", "(b)", NaN]);
    expect(Number.isFinite(loss[0])).toBe(true);
    expect(table.parts).toEqual([
      { length: 17 * 17, grid: { rows: 17, columns: 17 } },
      { length: rowsOf(table) - 17 * 17, grid: undefined },
    ]);
  });
});

it.each(Object.keys(PRESETS))("the table of %s has columns of one length with a note each", (name) => {
  const table = figureTable(PRESETS[name].spec);
  expect(rowsOf(table)).toBeGreaterThan(0);
  for (const { values, note } of table.columns) {
    expect(values.length).toBe(rowsOf(table));
    expect(note).not.toBe("");
  }
});
