import { describe, expect, it } from "vitest";
import { carriedParams } from "../../../src/app/formula/carried.ts";

const BEFORE = "a = 1 in [0, 10]\nb = 2 in [0, 10]\nsoftplus(a * s_n - b * s_p)";
const loss = { id: "formula", formula: BEFORE, params: { a: 7, b: 8 } };

describe("parameters carried to a changed text", () => {
  it.each([
    ["the formula changed", BEFORE.replace("s_n", "s_n^2"), { a: 7, b: 8 }],
    ["a default changed", BEFORE.replace("a = 1", "a = 3"), { b: 8 }],
    [
      "a range that no longer holds the value",
      BEFORE.replace("b = 2 in [0, 10]", "b = 2 in [0, 5]"),
      { a: 7 },
    ],
    ["a name gone", "a = 1 in [0, 10]\nsoftplus(a * (s_n - s_p))", { a: 7 }],
    ["a name that became a definition", BEFORE.replace("b = 2 in [0, 10]", "b = 2 * s_n"), { a: 7 }],
  ])("%s", (_, text, expected) => expect(carriedParams(loss, text)).toEqual(expected));

  it("none of a loss of the catalogue", () => {
    expect(
      carriedParams({ id: "circle", params: { gamma: 64 } }, "gamma = 8\nsoftplus(gamma * s_n)"),
    ).toEqual({});
  });

  it("refuses what is no loss", () => {
    expect(() => carriedParams(loss, "b * s_p")).toThrow("unknown name: b");
  });
});
