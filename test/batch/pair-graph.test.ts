import { describe, expect, it } from "vitest";
import { type PairGraph, pairGraph } from "../../src/batch/pair-graph.ts";
import type { BatchOptions } from "../../src/batch/plan.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import { batchOf } from "./support.ts";

/** Nodes of the Proxy-Anchor paper's Fig. 2 in panel coordinates (u, v), v downwards (losses.md 10.6). */
const NODES = {
  c0: [0.12, 0.17],
  c1: [0.61, 0.08],
  c2: [0.25, 0.34],
  s0: [0.83, 0.13],
  s1: [0.52, 0.27],
  s2: [0.74, 0.49],
  s3: [0.88, 0.78],
  p0: [0.54, 0.62],
  p1: [0.4, 0.72],
  p2: [0.12, 0.76],
  Pc: [0.28, 0.21],
  Ps: [0.81, 0.36],
  Pp: [0.27, 0.6],
} as const;

type Name = keyof typeof NODES;

const names = Object.keys(NODES) as Name[];
const samples = names.slice(0, 10);
const proxies = names.slice(10);

/** The azimuthal equidistant map of the panel onto the sphere. */
function onSphere(name: Name): number[] {
  const [u, v] = NODES[name];
  const [x, y] = [2.4 * (u - 0.5), 2.4 * (0.45 - v)];
  const rho = Math.hypot(x, y);
  return [(x / rho) * Math.sin(rho), (y / rho) * Math.sin(rho), Math.cos(rho)];
}

const batch = {
  embeddings: samples.flatMap(onSphere),
  dimension: 3,
  labels: samples.map((name) => "csp".indexOf(name[0])),
  proxies: proxies.flatMap(onSphere),
};

/** Only `anchor` with these partners. */
const selected = (anchor: Name, partners: readonly Name[]): Uint8Array => {
  const mask = new Uint8Array(samples.length ** 2);
  for (const partner of partners)
    mask[samples.indexOf(anchor) * samples.length + samples.indexOf(partner)] = 1;
  return mask;
};

const nameOf = ({ kind, index }: { kind: "sample" | "proxy"; index: number }) =>
  (kind === "sample" ? samples : proxies)[index];

/** A number to the digits that a text gives it. */
const rounded = (x: number, digits: string): string => {
  const places = digits
    .replace(/e.*/, "")
    .replace("-", "")
    .replace(/^0\.0*/, "")
    .replace(".", "").length;
  return String(Number(x.toPrecision(places)));
};

type Widths = Readonly<Partial<Record<Name, string>>>;

function expectWidths(graph: PairGraph, sign: "pull" | "push", widths: Widths): void {
  const edges = graph.associations.filter((each) => each.sign === sign);
  expect(edges.map(({ to }) => nameOf(to)).toSorted()).toEqual(Object.keys(widths).toSorted());
  for (const { from, to, weight } of edges) {
    const digits = widths[nameOf(to)] ?? "";
    expect(from).toEqual(graph.anchor);
    expect(rounded(weight, digits), `${sign} ${nameOf(to)}`).toBe(String(Number(digits)));
  }
}

const graphOf = (
  name: string,
  anchor: Name,
  params: Record<string, number | string>,
  options: BatchOptions = {},
) => {
  const { loss, params: complete } = namedLoss(name, params);
  const index = anchor === "Pc" ? 0 : samples.indexOf(anchor);
  return pairGraph(loss, batch, index, { params: complete, ...options });
};

const nPairs: BatchOptions = { anchors: "samples", mask: selected("c2", ["c1", "s1", "p0"]) };
const ofBoth: Name[] = ["c1", "s1", "s2", "s3", "p0", "p1", "p2"];

describe("the pair relations of the Proxy-Anchor paper, Fig. 2", () => {
  it("similarities are those of the table", () => {
    const cosine = (a: Name, b: Name) => onSphere(a).reduce((sum, x, k) => sum + x * onSphere(b)[k], 0);
    expect(names.map((name) => Number(cosine(name, "c2").toFixed(6)))).toEqual([
      0.874857, 0.537216, 1, 0.152309, 0.795823, 0.335704, -0.262901, 0.574852, 0.587663, 0.560117, 0.955762,
      0.239567, 0.830785,
    ]);
    const { associations } = graphOf("proxy-anchor", "Pc", {});
    expect(associations.map(({ similarity }) => Number(similarity.toFixed(6)))).toEqual([
      0.926929, 0.715882, 0.955762, 0.337632, 0.839073, 0.286449, -0.402118, 0.398462, 0.342148, 0.309889,
    ]);
  });

  const rows: readonly (readonly [string, PairGraph, Widths, Widths])[] = [
    [
      "triplet, m = 0.1",
      graphOf(
        "triplet",
        "c2",
        { distance: "cosine", margin: 0.1 },
        { triplets: [2, 1, 7] }, // c2, c1, p0
      ),
      { c1: "1" },
      { p0: "1" },
    ],
    [
      "N-pair, γ = 1",
      graphOf("n-pair", "c2", { gamma: 1 }, nPairs),
      { c1: "0.700013" },
      { s1: "0.38852", p0: "0.311493" },
    ],
    [
      "N-pair, γ = 16",
      graphOf("n-pair", "c2", { gamma: 16 }, nPairs),
      { c1: "15.7557" },
      { s1: "15.3095", p0: "0.446173" },
    ],
    [
      "lifted structure, m = 1, negatives of c2 only",
      graphOf(
        "lifted-structure",
        "c2",
        { margin: 1 },
        { anchors: "positive-pairs", mask: selected("c2", ofBoth) },
      ),
      { c1: "2.87774" },
      { s1: "1.02082", s2: "0.338619", s3: "0.158701", p0: "0.533016", p1: "0.548863", p2: "0.515776" },
    ],
    [
      "Proxy-NCA, γ = 1",
      graphOf("proxy-nca", "c2", { gamma: 1 }),
      { Pc: "1" },
      { Ps: "0.356355", Pp: "0.643645" },
    ],
    [
      "Proxy-NCA, γ = 16",
      graphOf("proxy-nca", "c2", { gamma: 16 }),
      { Pc: "16" },
      { Ps: "0.00124705", Pp: "15.9988" },
    ],
    [
      "Proxy-Anchor, α = 32",
      graphOf("proxy-anchor", "Pc", { alpha: 32, delta: 0.1 }),
      { c0: "1.03e-10", c1: "8.83e-08", c2: "4.095e-11" },
      {
        s0: "3.439e-06",
        s1: "32",
        s2: "6.685e-07",
        s3: "1.802e-16",
        p0: "2.409e-05",
        p1: "3.974e-06",
        p2: "1.415e-06",
      },
    ],
    [
      "Proxy-Anchor, α = 8",
      graphOf("proxy-anchor", "Pc", { alpha: 8, delta: 0.1 }),
      { c0: "0.01061", c1: "0.05743", c2: "0.008427" },
      { s0: "0.1325", s1: "7.316", s2: "0.08796", s3: "0.0003564", p0: "0.2155", p1: "0.1373", p2: "0.1061" },
    ],
  ];

  it.each(rows)("%s", (_, graph, pulls, pushes) => {
    expectWidths(graph, "pull", pulls);
    expectWidths(graph, "push", pushes);
  });

  it("the triplet's loss is z = 0.137637", () => {
    expect(rows[0][1].value).toBeCloseTo(0.137637, 6);
  });
});

describe("the shares of Fig. 3", () => {
  // one proxy, three positives at s = 0.9, 0.5, 0.1
  const cosines = [0.9, 0.5, 0.1];
  const three = {
    embeddings: cosines.flatMap((s) => [s, Math.sqrt(1 - s * s)]),
    dimension: 2,
    labels: [0, 0, 0],
    proxies: [1, 0, -1, 0],
  };

  it("Proxy-Anchor gives softmax(−αs) of α σ(z_p)", () => {
    const { loss, params } = namedLoss("proxy-anchor", { alpha: 32, delta: 0.1 });
    const { associations } = pairGraph(loss, three, 0, { params });
    expect(associations.map(({ share }) => Number(share.toPrecision(4)))).toEqual([7.622e-12, 2.761e-6, 1]);
    const total = associations.reduce((sum, { weight }) => sum + weight, 0);
    expect(Number((total / 32).toPrecision(6))).toBe(0.500001);
  });

  it("Proxy-NCA pulls every positive alike", () => {
    const { loss } = namedLoss("proxy-nca");
    const pulls = [0, 1, 2].map((i) =>
      pairGraph(loss, three, i).associations.find(({ sign }) => sign === "pull"),
    );
    expect(pulls.map((pull) => pull?.weight)).toEqual([1, 1, 1]);
  });
});

describe("a graph", () => {
  it("of the whole batch's pairs shows the anchor's own", () => {
    const { loss } = namedLoss("contrastive");
    const { associations } = pairGraph(loss, batchOf(), 4);
    expect(associations).toHaveLength(9);
    expect(associations.every(({ from, to }) => from.index === 4 || to.index === 4)).toBe(true);
  });

  it("of both ends also has edges between others, and shares that add up", () => {
    const { loss } = namedLoss("lifted-structure");
    const { associations } = pairGraph(loss, batchOf(), 0);
    expect(associations.some(({ from }) => from.index !== 0)).toBe(true);
    for (const sign of ["pull", "push"]) {
      const shares = associations.filter((each) => each.sign === sign).map(({ share }) => share);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    }
  });

  it("of an anchor that lacks a side has its associations, all without weight", () => {
    const { loss } = namedLoss("circle");
    const { value, associations } = pairGraph(loss, batchOf(), 6);
    expect(value).toBe(0);
    expect(associations.map(({ weight, sign, share }) => [weight, sign, share])).toEqual(
      Array.from({ length: 9 }, () => [0, "push", 0]),
    );
  });
});
