import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LOSSES } from "../../src/losses/index.ts";
import { findLoss, namedLoss } from "../../src/losses/lookup.ts";
import { completeParams } from "../../src/losses/params.ts";
import { SETTING_NAMES } from "../../src/spec/settings.ts";
import { expectClose } from "../numerics/seeded.ts";

const ids = LOSSES.map(({ id }) => id);

describe("the catalogue", () => {
  it("has losses of unlike ids, and unlike names", () => {
    expect(ids).toEqual(expect.arrayContaining(["softmax-ce", "triplet", "circle", "proxy-anchor"]));
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(LOSSES.map(({ name }) => name)).size).toBe(ids.length);
  });

  it("resolves every alias, and no alias is the name of another loss", () => {
    const aliases = LOSSES.flatMap((loss) => loss.aliases.map((alias) => [alias, loss] as const));
    expect(aliases.map(([alias]) => alias)).toContain("cosface");
    for (const [alias, loss] of aliases) expect(findLoss(alias)).toBe(loss);
    expect(new Set([...ids, ...aliases.map(([alias]) => alias)]).size).toBe(ids.length + aliases.length);
  });
});

describe.each(LOSSES)("$id", (loss) => {
  it("is called like its file, in kebab case, and has a test of its own", () => {
    expect(loss.id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
    const source = new URL(`../../src/losses/${loss.id}.ts`, import.meta.url);
    expect(existsSync(source)).toBe(true);
    expect(readFileSync(source, "utf8")).toContain(`id: "${loss.id}"`);
    expect(existsSync(new URL(`${loss.id}.test.ts`, import.meta.url))).toBe(true);
  });

  it("has defaults in legal ranges, and sliders inside them", () => {
    for (const [id, spec] of Object.entries(loss.params)) {
      if (spec.kind === "choice") {
        expect(spec.options, id).toContain(spec.default);
        continue;
      }
      const { min, max, default: preset, slider } = spec;
      expect(
        [min <= preset, preset <= max, min <= slider[0], slider[0] < slider[1], slider[1] <= max],
        id,
      ).toEqual(Array.from({ length: 5 }, () => true));
      if (spec.scale === "log") expect(min, id).toBeGreaterThan(0);
    }
  });

  it("has parameters that no setting hides, with words for a reader", () => {
    for (const [id, { effect, label, symbol }] of Object.entries(loss.params)) {
      expect(SETTING_NAMES).not.toContain(id);
      expect(id).toMatch(/^[a-zA-Z]+[0-9]?$/);
      expect(effect).toMatch(/^[A-Z].*\.$/);
      expect(label.length * symbol.length).toBeGreaterThan(0);
    }
  });

  it("has legal variants, each of which changes something or names the default", () => {
    for (const [name, variant] of Object.entries(loss.variants)) {
      expect(name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
      const { params, gradient } = namedLoss(`${loss.id}:${name}`);
      expect(params).toEqual({ ...completeParams(loss.params, {}), ...variant.params });
      expect(gradient).toBe(variant.gradient ?? loss.gradient);
      expect(variant.note.length).toBeGreaterThan(0);
    }
  });

  it("lets given parameters and gradient win over the variant's", () => {
    for (const name of Object.keys(loss.variants)) {
      const [id, spec] = Object.entries(loss.params)[0];
      if (spec.kind !== "number") continue;
      const { params, gradient } = namedLoss(`${loss.id}:${name}`, { [id]: spec.max }, "attached");
      expect([params[id], gradient]).toEqual([spec.max, "attached"]);
    }
  });

  it("says where it comes from", () => {
    const { authors, title, venue, year } = loss.source;
    expect(authors.length * title.length * venue.length).toBeGreaterThan(0);
    expect(year).toBeGreaterThan(1950);
    expect(loss.source.arxiv ?? "0000.00000").toMatch(/^\d{4}\.\d{4,5}$/);
  });
});

describe("defaults of the papers and libraries (losses.md)", () => {
  it.each([
    ["softmax-ce", { gamma: 1 }],
    ["normface:pml", { gamma: 20 }],
    ["am-softmax", { gamma: 30, margin: 0.35 }],
    ["am-softmax:cosface", { gamma: 64, margin: 0.35 }],
    ["am-softmax:insightface", { margin: 0.4 }],
    ["triplet:cosine", { margin: 0.1 }],
    ["triplet:pml", { margin: 0.05, distance: "euclidean", reduction: "active" }],
    ["triplet:squared", { margin: 0.2 }],
    ["triplet:angular", { margin: 0.35 }],
    ["soft-triplet", { gamma: 1, margin: 0, distance: "cosine" }],
    ["soft-triplet:pml", { gamma: 1, margin: 0.05, distance: "euclidean" }],
    ["n-pair", { gamma: 1 }],
    ["lifted-structure", { margin: 1, posMargin: 0, distance: "euclidean" }],
    ["multi-similarity", { alpha: 2, beta: 50, lambda: 0.5 }],
    ["multi-similarity:paper", { lambda: 1 }],
    ["circle:faces", { gamma: 256, margin: 0.25 }],
    ["circle:re-id", { gamma: 128, margin: 0.25 }],
    ["circle:retrieval", { gamma: 80, margin: 0.4 }],
    ["circle:blog", { gamma: 64, margin: 0.25 }],
    ["circle:pml", { gamma: 80, margin: 0.4 }],
    ["proxy-nca", { gamma: 1, ownProxy: "excluded" }],
    ["proxy-anchor", { alpha: 32, delta: 0.1, cp: 1, cn: 1, view: "proxy" }],
    ["proxy-anchor:no-coefficients", { cp: 10, cn: 10 }],
    ["proxy-softmax:with", { nPos: 10, nAll: 10 }],
    ["proxy-softmax:without", { nPos: 1, nAll: 1 }],
  ])("%s", (name, expected) => {
    expect(namedLoss(name).params).toMatchObject(expected);
  });

  it("circle is detached unless asked, everything else attached", () => {
    expect(LOSSES.filter(({ gradient }) => gradient === "detached").map(({ id }) => id)).toEqual(["circle"]);
    expectClose(namedLoss("circle-general").params.Op as number, 1.25);
  });
});
