import { describe, expect, it } from "vitest";
import { namedLoss } from "../../src/losses/lookup.ts";
import { LOSSES } from "../../src/losses/index.ts";

const COUNTED = LOSSES.flatMap(({ id, params }) =>
  Object.entries(params).flatMap(([name, spec]) =>
    spec.kind === "number" && spec.whole ? [[id, name]] : [],
  ),
);

describe("a parameter that counts", () => {
  it("is there", () =>
    expect(COUNTED).toEqual([
      ["fast-ap", "bins"],
      ["histogram", "bins"],
    ]));

  it.each(COUNTED)("%s refuses half a %s", (id, name) => {
    expect(() => namedLoss(id, { [name]: 10.5 })).toThrow(
      /^invalid params\.bins: 10\.5; expected a whole number, 2 to \d+$/,
    );
    expect(namedLoss(id, { [name]: 11 }).params[name]).toBe(11);
  });
});
