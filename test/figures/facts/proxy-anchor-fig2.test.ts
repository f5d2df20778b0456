import { describe, expect, it } from "vitest";
import { figureFacts } from "../../../src/export/figure.ts";
import { findPreset } from "../../../src/spec/presets.ts";

interface PanelFacts {
  readonly panel: string;
  readonly title: string;
  readonly anchor: string;
  readonly z: number | null;
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly similarity: number;
    readonly derivative: number;
  }[];
  readonly similarities: Readonly<Record<string, number>>;
}

const { panels } = figureFacts(findPreset("proxy-anchor-fig2").spec) as unknown as {
  readonly panels: readonly PanelFacts[];
};

/** losses.md 10.6, first table: to c2, and to the proxy of the circles. */
const SIMILARITIES: Readonly<Record<string, readonly [number | null, number | null]>> = {
  c0: [0.874857, 0.926929],
  c1: [0.537216, 0.715882],
  c2: [null, 0.955762],
  s0: [0.152309, 0.337632],
  s1: [0.795823, 0.839073],
  s2: [0.335704, 0.286449],
  s3: [-0.262901, -0.402118],
  p0: [0.574852, 0.398462],
  p1: [0.587663, 0.342148],
  p2: [0.560117, 0.309889],
  Pc: [0.955762, null],
  Ps: [0.239567, 0.288895],
  Pp: [0.830785, 0.631702],
};

/** losses.md 10.6, second table, in the order of the panels; widths as they are printed. */
const WIDTHS: readonly {
  readonly title: string;
  readonly anchor: string;
  readonly pulls: Readonly<Record<string, string>>;
  readonly pushes: Readonly<Record<string, string>>;
}[] = [
  { title: "Triplet", anchor: "c2", pulls: { c1: "1" }, pushes: { p0: "1" } },
  { title: "N-pair", anchor: "c2", pulls: { c1: "0.700013" }, pushes: { s1: "0.38852", p0: "0.311493" } },
  {
    title: "Lifted structure",
    anchor: "c2",
    pulls: { c1: "2.87774" },
    pushes: {
      s1: "1.02082",
      s2: "0.338619",
      s3: "0.158701",
      p0: "0.533016",
      p1: "0.548863",
      p2: "0.515776",
    },
  },
  { title: "Proxy-NCA", anchor: "c2", pulls: { Pc: "1" }, pushes: { Ps: "0.356355", Pp: "0.643645" } },
  {
    title: "Proxy-Anchor",
    anchor: "Pc",
    pulls: { c0: "1.03e-10", c1: "8.83e-08", c2: "4.095e-11" },
    pushes: {
      s0: "3.439e-06",
      s1: "32",
      s2: "6.685e-07",
      s3: "1.802e-16",
      p0: "2.409e-05",
      p1: "3.974e-06",
      p2: "1.415e-06",
    },
  },
  { title: "N-pair", anchor: "c2", pulls: { c1: "15.7557" }, pushes: { s1: "15.3095", p0: "0.446173" } },
  { title: "Proxy-NCA", anchor: "c2", pulls: { Pc: "16" }, pushes: { Ps: "0.00124705", Pp: "15.9988" } },
  {
    title: "Proxy-Anchor",
    anchor: "Pc",
    pulls: { c0: "0.01061", c1: "0.05743", c2: "0.008427" },
    pushes: {
      s0: "0.1325",
      s1: "7.316",
      s2: "0.08796",
      s3: "0.0003564",
      p0: "0.2155",
      p1: "0.1373",
      p2: "0.1061",
    },
  },
];

/** The number that is printed, at so many significant digits. */
const expectPrinted = (actual: number | null | undefined, printed: string | number, digits = 6): void =>
  expect(Number(actual?.toPrecision(digits))).toBe(Number(printed));

/** How many the catalogue gives in the rows of a loss. */
const digitsOf = (title: string): number => (title === "Proxy-Anchor" ? 4 : 6);

it("has the five panels of the paper, and three at other scales", () => {
  expect(panels.map(({ title }) => title)).toEqual(WIDTHS.map(({ title }) => title));
  expect(panels.map(({ anchor }) => anchor)).toEqual(WIDTHS.map(({ anchor }) => anchor));
});

describe.each(panels.map((panel) => [panel.anchor, panel] as const))(
  "similarities to %s",
  (anchor, panel) => {
    it.each(Object.entries(SIMILARITIES))("%s", (name, [toC2, toProxy]) => {
      const printed = anchor === "c2" ? toC2 : toProxy;
      if (printed === null) expect(panel.similarities).not.toHaveProperty(name);
      else expectPrinted(panel.similarities[name], printed);
    });
  },
);

describe.each(WIDTHS.map((row, i) => [`${row.title} ${i + 1}`, row, panels[i]] as const))(
  "%s",
  (_, row, panel) => {
    const bySign = (sign: 1 | -1) => panel.edges.filter(({ derivative }) => sign * derivative > 0);

    it("has exactly these edges, all from the anchor", () => {
      expect(bySign(-1).map(({ to }) => to)).toEqual(Object.keys(row.pulls));
      expect(
        bySign(1)
          .map(({ to }) => to)
          .toSorted(),
      ).toEqual(Object.keys(row.pushes).toSorted());
      expect(panel.edges).toHaveLength(Object.keys({ ...row.pulls, ...row.pushes }).length);
      expect(new Set(panel.edges.map(({ from }) => from))).toEqual(new Set([row.anchor]));
      for (const { to, similarity } of panel.edges) expect(similarity).toBe(panel.similarities[to]);
    });

    it.each(Object.entries(row.pulls))("pulls %s with %s", (name, printed) => {
      const found = bySign(-1).find(({ to }) => to === name);
      expectPrinted(found && -found.derivative, printed, digitsOf(row.title));
    });

    it.each(Object.entries(row.pushes))("pushes %s with %s", (name, printed) => {
      expectPrinted(bySign(1).find(({ to }) => to === name)?.derivative, printed, digitsOf(row.title));
    });
  },
);

it("is above the margin of the triplet by as much as the table says", () => {
  expectPrinted(panels[0].z, "0.137637");
});
