import { describe, expect, it } from "vitest";
import { foundBy, lossChoices } from "../../../src/app/picker/choices.ts";
import { LOSSES } from "../../../src/losses/index.ts";

const found = (text: string): string[] =>
  foundBy(lossChoices([], ""), text).flatMap(({ choices }) => choices.map(({ id }) => id));

describe("the losses to choose from", () => {
  it("are all there, in their families, behind those used last", () => {
    const groups = lossChoices(["circle", "triplet", "no-such-loss"], "");
    expect(groups[0].choices.map(({ id }) => id)).toEqual(["circle", "triplet"]);
    const rest = groups.slice(2).flatMap(({ choices }) => choices.map(({ id }) => id));
    expect(rest.toSorted()).toEqual(LOSSES.map(({ id }) => id).toSorted());
  });

  it("are found by name, alias, author and year, whatever the spelling", () => {
    expect(found("cosface")).toContain("am-softmax");
    expect(found("Arc-Face")).toContain("arcface");
    expect(found("sun 2020")).toContain("circle");
    expect(found("no such thing")).toEqual([]);
    expect(found("")).toHaveLength(LOSSES.length + 1);
  });

  it("are each listed once in what a search finds", () => {
    const all = foundBy(lossChoices(["circle"], ""), "circle").flatMap(({ choices }) => choices);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });
});
