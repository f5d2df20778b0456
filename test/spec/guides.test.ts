import { describe, expect, it } from "vitest";
import { decodeGuides, encodeGuides } from "../../src/spec/guides.ts";
import { parseLandscape } from "../../src/spec/landscape.ts";
import { between, fc } from "../numerics/seeded.ts";

const spec =
  (guides: unknown): (() => unknown) =>
  () =>
    parseLandscape({ version: 1, loss: { id: "circle" }, guides });

describe("guides", () => {
  it("are a line of text and back", () => {
    expect(
      encodeGuides([
        { slope: 1, intercept: 0 },
        { slope: -2, intercept: 0.5 },
      ]),
    ).toBe("1:0,-2:0.5");
    fc.assert(
      fc.property(
        fc.array(fc.record({ slope: between(-1e6, 1e6), intercept: between(-1e6, 1e6) }), { maxLength: 6 }),
        (guides) => {
          expect(decodeGuides(encodeGuides(guides))).toEqual(guides);
        },
      ),
    );
  });

  it.each(["1", "1:", ":1", "1:2:3", "a:1", "1:1,", "1:Infinity"])("are not %s", (text) => {
    expect(() => decodeGuides(text)).toThrow(
      `invalid guides: ${text}; expected slope:intercept, for example 1:0,1:0.5`,
    );
  });

  it("of a figure have a slope and an intercept each", () => {
    expect(spec([{ slope: 1, intercept: 0.5 }])).not.toThrow();
    expect(spec([{ slope: 1 }])).toThrow(
      "invalid guides[0].intercept: nothing; expected -1000000 to 1000000",
    );
    expect(spec([{ slope: 1, intercept: 2e6 }])).toThrow("invalid guides[0].intercept: 2000000; expected");
    expect(spec(Array.from({ length: 13 }, () => ({ slope: 1, intercept: 0 })))).toThrow("at most 12 guides");
  });
});
