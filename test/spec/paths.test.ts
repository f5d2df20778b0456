import { describe, expect, it } from "vitest";
import { parseLandscape, resolveLandscape } from "../../src/spec/landscape.ts";
import type { LandscapeSpec } from "../../src/spec/landscape-schema.ts";
import { decodeLink, encodeLink } from "../../src/spec/link.ts";
import { decodePaths, encodePaths, type PathSpec } from "../../src/spec/paths.ts";
import { withSetting } from "../../src/spec/settings.ts";

const from = { sn: 0.2, sp: 0.4 };
const circle: LandscapeSpec = { version: 1, loss: { id: "circle" } };
const resolved = (paths: readonly PathSpec[], spec = circle) => resolveLandscape({ ...spec, paths }).paths;

describe("what a path leaves open", () => {
  it("is the field that the figure shows, and a flow", () => {
    expect(resolved([{ from }])).toEqual([{ from, field: "detached", method: "flow" }]);
    const attached: LandscapeSpec = { version: 1, loss: { id: "circle", gradient: "attached" } };
    expect(resolved([{ from }], attached)).toEqual([{ from, field: "attached", method: "flow" }]);
    expect(resolved([{ from, field: "attached" }])[0].field).toBe("attached");
  });

  it("is fifty steps of 0.001 where it goes by steps; a rate or a number says that it does", () => {
    const usual = { from, field: "detached", method: "steps", learningRate: 0.001, steps: 50 };
    expect(resolved([{ from, method: "steps" }])).toEqual([usual]);
    expect(resolved([{ from, steps: 7 }])).toEqual([{ ...usual, steps: 7 }]);
    expect(resolved([{ from, learningRate: 0.2 }])).toEqual([{ ...usual, learningRate: 0.2 }]);
  });

  it("a flow has no use for a rate", () => {
    expect(resolved([{ from, method: "flow", learningRate: 0.2, steps: 3 }])).toEqual([
      { from, field: "detached", method: "flow" },
    ]);
  });

  it("and without paths there are none", () => expect(resolveLandscape(circle).paths).toEqual([]));
});

describe("refusals", () => {
  it.each([
    [{ from: { sn: 0, sp: 1.5 } }, "invalid paths[0].from.sp: 1.5; expected -1 to 1"],
    [{ from, field: "both" }, 'invalid paths[0].field: "both"; expected one of attached, detached'],
    [{ from, method: "jump" }, 'invalid paths[0].method: "jump"; expected one of flow, steps'],
    [{ from, steps: 2.5 }, "invalid paths[0].steps: 2.5; expected a whole number from 1 to 5000"],
    [{ from, learningRate: 0 }, "invalid paths[0].learningRate: 0; expected 1e-9 to 1000"],
  ])("%o", (path, message) => {
    expect(() => parseLandscape({ ...circle, paths: [path] })).toThrow(message);
  });

  it("at most forty", () => {
    expect(() => parseLandscape({ ...circle, paths: Array.from({ length: 41 }, () => ({ from })) })).toThrow(
      "expected at most 40 paths",
    );
  });
});

describe("as text", () => {
  it.each([
    [[{ from }], "0.2,0.4"],
    [[{ from, field: "attached" }, { from: { sn: -1, sp: 1 } }], "attached@0.2,0.4;-1,1"],
    [[{ from, field: "detached", method: "flow" }], "detached@0.2,0.4"],
    [[{ from, method: "steps", learningRate: 0.01, steps: 20 }], "0.2,0.4,steps,0.01,20"],
    [[{ from, steps: 20 }], "0.2,0.4,,,20"],
    [[], ""],
  ] as const)("%o is %s", (paths, text) => {
    expect(encodePaths(paths)).toBe(text);
    expect(resolved(decodePaths(text) as PathSpec[])).toEqual(resolved(paths));
  });

  it.each(["0.2", "attached@", "0.2,0.4,steps,1,2,3", ",0.4"])("%s is refused", (text) => {
    expect(() => decodePaths(text)).toThrow(/^invalid paths: .*; expected s_n,s_p or/);
  });

  it("numbers and words that are not legal are refused where the figure is read", () => {
    expect(() => parseLandscape(withSetting(circle, "paths", "x,0.4"))).toThrow("invalid paths[0].from.sn");
    expect(() => parseLandscape(withSetting(circle, "paths", "up@0,0"))).toThrow("invalid paths[0].field");
  });

  it("survives a link", () => {
    const spec: LandscapeSpec = {
      ...circle,
      paths: [
        { from, field: "attached" },
        { from, learningRate: 0.02, steps: 9 },
      ],
    };
    const hash = encodeLink(spec);
    expect(hash).toContain("paths=attached@0.2,0.4;detached@0.2,0.4,steps,0.02,9");
    expect(resolveLandscape(parseLandscape(decodeLink(hash).spec))).toEqual(resolveLandscape(spec));
  });
});
