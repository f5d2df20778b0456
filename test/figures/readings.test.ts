import { describe, expect, it } from "vitest";
import { prepareFigure } from "../../src/figures/figure.ts";
import type { Prepared } from "../../src/figures/prepared.ts";
import { type Reading, spoken } from "../../src/figures/reading.ts";
import type { Scene } from "../../src/figures/scene.ts";
import { planePoint } from "../../src/losses/plane-form.ts";
import { findLoss } from "../../src/losses/lookup.ts";
import { type FigureSpec, resolveFigure } from "../../src/spec/figure.ts";
import type { ResolvedLandscape } from "../../src/spec/landscape.ts";
import { findPreset, PRESETS } from "../../src/spec/presets.ts";

const LANDSCAPE = {
  version: 1,
  loss: { id: "circle", params: { gamma: 32, margin: 0.25 } },
  samples: 16,
} as const;

interface Drawn {
  readonly prepared: Prepared;
  readonly scene: Scene;
  /** At parts of the frame, from the left and from the bottom. */
  readonly read: (across: number, up: number) => Reading;
}

function drawn(spec: FigureSpec): Drawn {
  const prepared = prepareFigure(resolveFigure(spec));
  const scene = prepared.draw();
  const { frame } = scene;
  const read = (across: number, up: number): Reading =>
    prepared.readAt(scene, frame.x + across * frame.width, frame.y + (1 - up) * frame.height);
  return { prepared, scene, read };
}

const batch = () => ({
  nodes: [
    { name: "a", class: "x", at: [0.5, 0.4] },
    { name: "p", class: "x", at: [0.6, 0.4] },
    { name: "n", class: "y", at: [0.3, 0.7] },
  ],
  anchor: "a",
});

const valueOf = ({ rows }: Reading, key: string): string => rows.find((row) => row.key === key)?.value ?? "";
const numberOf = (reading: Reading, key: string): number =>
  Number(valueOf(reading, key).replaceAll("−", "-"));

describe("what a landscape says of a place", () => {
  it("is what the loss is there", () => {
    const reading = drawn(LANDSCAPE).read(0.25, 0.75);
    const loss = findLoss("circle");
    const there = planePoint(
      loss.plane({ gamma: 32, margin: 0.25 }, { K: 1, L: 1 }, loss.gradient),
      0.75,
      0.25,
    );
    expect([numberOf(reading, "sn"), numberOf(reading, "sp")]).toEqual([0.25, 0.75]);
    for (const key of ["value", "dSp", "dSn"] as const)
      expect(numberOf(reading, key)).toBe(Number(there[key].toPrecision(4)));
    expect(spoken(reading)).toMatch(
      /^s n 0.25, s p 0.75, loss [\d.]+, positive gradient −[\d.]+, negative gradient [\d.]+\.$/,
    );
  });

  it("is what its colours show, too, and the angles of its axes", () => {
    const angles = {
      negative: { unit: "degrees", range: [90, 0] },
      positive: { unit: "degrees", range: [90, 0] },
    } as const;
    const reading = drawn({ ...LANDSCAPE, axes: angles, quantity: "curvature" }).read(0.5, 0.5);
    expect(numberOf(reading, "negative-degrees")).toBe(45);
    expect(numberOf(reading, "sn")).toBeCloseTo(Math.SQRT1_2, 3);
    expect(Number.isFinite(numberOf(reading, "shown"))).toBe(true);
  });

  it("beyond its frame is what is at its edge", () => {
    const reading = drawn(LANDSCAPE).read(-0.4, 1.3);
    expect([numberOf(reading, "sn"), numberOf(reading, "sp")]).toEqual([0, 1]);
    expect(reading.at).toEqual({ x: reading.frame.x, y: reading.frame.y });
  });
});

describe("what curves say of a place", () => {
  const spec: FigureSpec = {
    version: 1,
    kind: "curves",
    x: { of: "cosine", range: [0, 1] },
    curves: [
      {
        name: "up",
        loss: { id: "circle", params: { gamma: 10, margin: 0 } },
        draw: { of: "negativeTransform" },
      },
      { name: "down", loss: { id: "triplet", params: { margin: 0.1 } }, draw: { of: "negativeTransform" } },
    ],
  };

  it("is x, every value there and the nearest curve, on which the crosshair lies", () => {
    const { read } = drawn(spec);
    const high = read(0.5, 0.9);
    expect(numberOf(high, "x")).toBe(0.5);
    // γ · relu(s + m) · (s − m)
    expect(numberOf(high, "curve-0")).toBe(2.5);
    expect(high.rows.map(({ label }) => label)).toContain("up");
    expect([valueOf(read(0.9, 0.95), "nearest"), valueOf(read(0.9, 0.02), "nearest")]).toEqual([
      "up",
      "down",
    ]);
    expect(high.at.x).toBeCloseTo(high.frame.x + high.frame.width / 2);
  });

  it("of bars is the case and its height", () => {
    const bar = (name: string, s: number) =>
      ({
        name,
        loss: { id: "info-nce" },
        positives: [0.9],
        negatives: [s, 0.1],
        member: { side: "negative", index: 0 },
      }) as const;
    const { prepared, read } = drawn({
      version: 1,
      kind: "curves",
      bars: [bar("far", 0.2), bar("near", 0.8)],
    });
    const { bars } = prepared.facts() as unknown as { readonly bars: readonly { readonly weight: number }[] };
    expect([valueOf(read(0.2, 0.5), "case"), valueOf(read(0.8, 0.5), "case")]).toEqual(["far", "near"]);
    expect(numberOf(read(0.8, 0.5), "height")).toBe(Number(bars[1].weight.toPrecision(4)));
  });
});

describe("what boundaries say of a place", () => {
  it("is the nearest one and the side of each", () => {
    const { read } = drawn({
      version: 1,
      kind: "boundaries",
      entries: [
        { name: "low", loss: { id: "am-softmax", params: { margin: 0 } } },
        { name: "high", loss: { id: "am-softmax", params: { margin: 0.5 } } },
      ],
    });
    // s_p = s_n + m
    const between = read(0.25, 0.3);
    expect([valueOf(between, "side-0"), valueOf(between, "side-1")]).toEqual([
      "in the target region",
      "outside the target region",
    ]);
    expect([valueOf(between, "nearest"), valueOf(read(0.25, 0.7), "nearest")]).toEqual(["low", "high"]);
  });
});

describe("what a difference says of a place", () => {
  it("is both numbers and what the colours compare", () => {
    const { prepared, read } = drawn({
      version: 1,
      kind: "difference",
      a: { loss: { id: "circle" } },
      b: { loss: { id: "circle", params: { margin: 0.4 } } },
      samples: 16,
      points: [{ name: "P", sn: 0.6, sp: 0.4 }],
    });
    const { points } = prepared.facts() as unknown as {
      readonly points: { readonly P: Record<string, number> };
    };
    for (const key of ["a", "b", "value"])
      expect(numberOf(read(0.6, 0.4), key)).toBe(Number(points.P[key].toPrecision(4)));
    expect(points.P.a).not.toBe(points.P.b);
  });
});

describe("what a surface says of a place", () => {
  it("is the node that is seen nearest to it", () => {
    const spec = {
      version: 1,
      kind: "surface",
      loss: { id: "triplet" },
      samples: 10,
      quantity: "loss",
    } as const;
    const { prepared, scene } = drawn(spec);
    const { x = 0, y = 0, width = 0, height = 0 } = scene.room ?? {};
    const reading = prepared.readAt(scene, x + width / 2, y + height / 2);
    const [sn, sp] = [numberOf(reading, "sn"), numberOf(reading, "sp")];
    expect([(10 * sn) % 1, (10 * sp) % 1].every((part) => Math.min(part, 1 - part) < 1e-9)).toBe(true);
    const loss = findLoss("triplet");
    const params = (resolveFigure(spec) as { readonly loss: { readonly params: Record<string, number> } })
      .loss.params;
    const there = planePoint(loss.plane(params, { K: 1, L: 1 }, loss.gradient), sp, sn).value;
    expect(numberOf(reading, "height")).toBeCloseTo(there, 3);
    expect(Math.hypot(reading.at.x - x - width / 2, reading.at.y - y - height / 2)).toBeLessThan(width / 8);
    // where it lies, it is read again
    expect(prepared.readAt(scene, reading.at.x, reading.at.y)).toEqual(reading);
  });
});

describe("what a scatter says of a place", () => {
  it("is the nearest pair", () => {
    const points: [number, number][] = [
      [0.2, 0.3],
      [0.7, 0.9],
    ];
    const { read } = drawn({ version: 1, kind: "scatter", loss: { id: "circle" }, points });
    const reading = read(0.25, 0.25);
    expect([valueOf(reading, "pair"), numberOf(reading, "sn"), numberOf(reading, "sp")]).toEqual([
      "1",
      0.2,
      0.3,
    ]);
    expect(valueOf(read(0.6, 0.95), "pair")).toBe("2");
    expect(reading.at.x).toBeCloseTo(reading.frame.x + 0.2 * reading.frame.width);
  });
});

describe("what pairs say of a place", () => {
  const { prepared, scene } = drawn(PRESETS["proxy-anchor-fig2"].spec);
  const [{ x, y, scene: first }] = scene.panels ?? [];
  const facts = prepared.facts() as unknown as { readonly panels: readonly object[] };

  it("is the node under it, or the edge nearest to it with its numbers", () => {
    const { frame } = first;
    const places = Array.from({ length: 400 }, (_, i) =>
      prepared.readAt(
        scene,
        x + frame.x + (((i % 20) + 0.5) / 20) * frame.width,
        y + frame.y + ((Math.floor(i / 20) + 0.5) / 20) * frame.height,
      ),
    );
    const nodes = places.filter((reading) => valueOf(reading, "class") !== "");
    const edges = places.filter((reading) => valueOf(reading, "pair") !== "");
    expect(nodes.length).toBeGreaterThan(0);
    expect(edges.length).toBeGreaterThan(nodes.length);
    for (const edge of edges)
      expect(valueOf(edge, "moves")).toBe(
        numberOf(edge, "derivative") < 0
          ? "pulls them together"
          : numberOf(edge, "derivative") > 0
            ? "pushes them apart"
            : "lets them be",
      );
    expect(facts.panels.length).toBe(scene.panels?.length);
  });
});

describe("panels of one plane", () => {
  const plane = (id: string, more: object = {}) => ({
    figure: { version: 1, kind: "landscape", loss: { id }, samples: 16, ...more } as const,
  });
  const degrees = { unit: "degrees", range: [90, 0] } as const;
  const { prepared, scene } = drawn({
    version: 1,
    kind: "panels",
    columns: 2,
    panels: [
      plane("triplet"),
      plane("circle", { axes: { negative: degrees, positive: degrees } }),
      { figure: { version: 1, kind: "surface", loss: { id: "triplet" }, samples: 10 } },
      { figure: { version: 1, kind: "pairs", ...batch(), loss: { id: "n-pair" } } },
      plane("am-softmax", { axes: { negative: { unit: "cosine", range: [0.5, 1] } } }),
    ],
  } as FigureSpec);
  const corner = (i: number) => {
    const panel = scene.panels?.[i];
    if (panel === undefined) throw new Error("no such panel");
    const { frame } = panel.scene;
    return { ...frame, x: panel.x + frame.x, y: panel.y + frame.y };
  };
  const readIn = (i: number, across: number, up: number): Reading => {
    const { x, y, width, height } = corner(i);
    return prepared.readAt(scene, x + across * width, y + (1 - up) * height);
  };

  it("say what each of the others says of the same pair, and where it lies there", () => {
    const { pair, others = [] } = readIn(0, 0.3, 0.6);
    expect(pair?.sn).toBeCloseTo(0.3);
    expect(pair?.sp).toBeCloseTo(0.6);
    // the diagram has no place for a pair, the last plane none for this one
    expect(others.map(({ panel }) => panel)).toEqual(["(b)", "(c)"]);
    const [circle, surface] = others;
    const { frame } = circle;
    expect(frame).toEqual(corner(1));
    const angle = (s: number): number => (Math.acos(s) * 180) / Math.PI;
    expect(circle.at.x).toBeCloseTo(frame.x + (frame.width * (90 - angle(0.3))) / 90);
    expect(circle.at.y).toBeCloseTo(frame.y + (frame.height * angle(0.6)) / 90);
    const loss = findLoss("circle");
    const { loss: resolved } = resolveFigure({ version: 1, loss: { id: "circle" } }) as ResolvedLandscape;
    const form = loss.plane(resolved.params, { K: 1, L: 1 }, resolved.gradient);
    const { value } = planePoint(form, 0.6, 0.3);
    expect(Number(circle.rows[0].value)).toBe(Number(value.toPrecision(4)));
    expect(surface.rows.map(({ key }) => key)).not.toContain("sn");
    expect(circle.rows.map(({ key }) => key).slice(0, 3)).toEqual(["value", "dSp", "dSn"]);
  });

  it("agree with what each says where one points at it itself", () => {
    for (const other of readIn(0, 0.7, 0.8).others ?? []) {
      const itself = prepared.readAt(scene, other.at.x, other.at.y);
      if (itself.rows[0].value !== other.panel)
        throw new Error(`${other.panel} is not read at its own place`);
      for (const row of other.rows) expect(itself.rows).toContainEqual(row);
    }
    expect(readIn(0, 0.7, 0.8).others?.map(({ panel }) => panel)).toEqual(["(b)", "(c)", "(e)"]);
  });

  it("are silent where the pointer is on what is no pair", () => {
    expect(readIn(3, 0.5, 0.5).others).toBeUndefined();
    expect(spoken(readIn(0, 0.3, 0.6))).toMatch(/, panel \(b\) loss [\d.]+, panel \(c\) .* [\d.]+\.$/);
  });
});

describe("every preset", () => {
  it.each(Object.keys(PRESETS))("%s says something everywhere, in the frame it is read in", (name) => {
    const { spec } = findPreset(name);
    const { prepared, scene } = drawn(spec);
    const area = scene.room ?? scene.frame;
    for (const part of [0.02, 0.31, 0.5, 0.77, 0.98])
      for (const down of [0.03, 0.4, 0.6, 0.97]) {
        const { frame, at, rows } = prepared.readAt(
          scene,
          area.x + part * area.width,
          area.y + down * area.height,
        );
        expect(rows.length).toBeGreaterThan(1);
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
        expect(rows.every(({ label, value }) => label !== "" && value !== "")).toBe(true);
        const air = 0.5;
        expect(at.x).toBeGreaterThanOrEqual(frame.x - air);
        expect(at.x).toBeLessThanOrEqual(frame.x + frame.width + air);
        expect(at.y).toBeGreaterThanOrEqual(frame.y - air);
        expect(at.y).toBeLessThanOrEqual(frame.y + frame.height + air);
      }
  });
});
