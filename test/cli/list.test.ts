import { beforeAll, describe, expect, it } from "vitest";
import { printed } from "./run.ts";

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  readonly scope: string;
  readonly params: readonly Record<string, unknown>[];
  readonly variants: readonly Record<string, unknown>[];
}

/** The losses of the seed, which later ones join. */
const SEED = [
  "softmax-ce", "normface", "am-softmax", "unified", "triplet", "soft-triplet", "n-pair", "lifted-structure",
  "proxy-nca", "proxy-anchor", "proxy-softmax", "multi-similarity", "circle", "circle-flat", "circle-monotone",
  "circle-disc", "circle-paced",
]; // prettier-ignore

describe("marginscape list --json", () => {
  let entries: Entry[];
  beforeAll(async () => {
    entries = JSON.parse(await printed(["list", "--json"])) as Entry[];
  });

  it("has every loss of the seed, each once", () => {
    const ids = entries.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(SEED));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("says of each: name, family, scope, parameters, variants", () => {
    for (const { id, name, family, scope, params, variants } of entries) {
      expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
      expect(name.length, id).toBeGreaterThan(2);
      expect(["classification", "pair", "contrastive", "proxy", "binary", "rank"], id).toContain(family);
      expect(["plane", "set"], id).toContain(scope);
      expect(Array.isArray(params), id).toBe(true);
      expect(Array.isArray(variants), id).toBe(true);
    }
  });

  it("gives every parameter a symbol, a default and a legal range with the default in it", () => {
    for (const { id, params } of entries) {
      for (const param of params) {
        expect(param, id).toMatchObject({
          id: expect.stringMatching(/^\w+$/),
          symbol: expect.stringMatching(/./),
        });
        if (param["options"] === undefined) {
          expect(Number(param["min"]), id).toBeLessThanOrEqual(Number(param["default"]));
          expect(Number(param["max"]), id).toBeGreaterThanOrEqual(Number(param["default"]));
        } else expect(param["options"], id).toContain(param["default"]);
      }
    }
  });

  it("knows Circle loss", () => {
    const circle = entries.find(({ id }) => id === "circle");
    expect(circle).toMatchObject({ name: "Circle loss", family: "pair", scope: "plane" });
    expect(circle?.params).toMatchObject([
      { id: "gamma", symbol: "γ", default: 256, min: 0.001, max: 10000 },
      { id: "margin", symbol: "m", default: 0.25, min: -1, max: 1 },
    ]);
    expect(circle?.variants).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: "attached", gradient: "attached" }),
        expect.objectContaining({ name: "detached", gradient: "detached" }),
        expect.objectContaining({ name: "pml", params: { gamma: 80, margin: 0.4 } }),
      ]),
    );
  });

  it("knows the four distances of the triplet loss", () => {
    const triplet = entries.find(({ id }) => id === "triplet");
    expect(triplet?.params.find(({ id }) => id === "distance")).toMatchObject({
      options: ["cosine", "euclidean", "squared", "angular"],
    });
  });

  it("says the same as marginscape list", async () => {
    const lines = await printed(["list"]);
    for (const { id, name, params, variants } of entries) {
      expect(lines).toContain(`${id}   ${name} · `);
      for (const param of params)
        expect(lines).toContain(`    ${String(param["id"])} = ${String(param["default"])} `);
      for (const variant of variants) expect(lines).toContain(String(variant["name"]));
    }
    expect(lines.match(/^[a-z].* · .* · (plane|set)$/gm)).toHaveLength(entries.length);
  });
});
