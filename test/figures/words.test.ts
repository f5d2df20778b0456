import { describe, expect, it } from "vitest";
import { widthOf } from "../../src/figures/label.ts";
import type { Scene } from "../../src/figures/scene.ts";
import { LOSSES } from "../../src/losses/index.ts";
import { QUANTITY_IDS } from "../../src/spec/quantities.ts";
import { flat, inGroup, sceneOf, type TextNode, texts, wording } from "./support.ts";

/** Left and right end of a text that is not turned. */
function span({ x, runs, size, anchor }: TextNode): [number, number] {
  const width = widthOf(runs, size);
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return [left, left + width];
}

/** Texts that reach beyond the figure; the turned label of the upright axis apart. */
const wordsOutside = (scene: Scene): string[] =>
  texts(flat(scene.nodes))
    .filter(({ rotate }) => rotate === undefined)
    .filter((node) => {
      const [left, right] = span(node);
      return left < 0 || right > scene.width || node.y < 0 || node.y > scene.height;
    })
    .map((node) => `${scene.title}: ${wording(node)}`);

describe("all words", () => {
  const counts = { K: 4, L: 16 };
  it.each([
    [640, 560],
    [312, 300],
    [200, 240],
  ])("of every loss stand inside %d × %d px", (width, height) => {
    const size = { width, height };
    const layers = { boundary: "both", arrows: 0, region: false } as const;
    expect(
      LOSSES.flatMap(({ id }) => wordsOutside(sceneOf({ loss: { id }, samples: 17, size, counts, layers }))),
    ).toEqual([]);
  });

  it.each(QUANTITY_IDS)("of %s stand inside a narrow figure", (quantity) => {
    expect(wordsOutside(sceneOf({ quantity, size: { width: 312, height: 300 } }))).toEqual([]);
  });

  it.each(LOSSES.map(({ id }) => id))("of %s name every number in a narrow figure", (id) => {
    const spec = { loss: { id }, samples: 17, counts, layers: { caption: false } };
    const said = (size: { width: number; height: number }): string =>
      texts(inGroup(sceneOf({ ...spec, size }), "words"))
        .map(wording)
        .join(" ");
    expect(said({ width: 200, height: 240 })).toBe(said({ width: 1600, height: 1200 }));
  });

  it("leave some out only on the third line, at its end", () => {
    const lines = (title: string): string[] =>
      texts(inGroup(sceneOf({ title, size: { width: 312, height: 300 } }), "words"))
        .filter(({ runs: [{ font }] }) => font === "strong")
        .map(wording);
    expect(lines("Margins, as many as there are")).toEqual(["Margins, as many as there are"]);
    const long = lines("Margins of losses that go on, one after the other, ".repeat(4));
    expect(long).toHaveLength(3);
    expect(long[2]).toMatch(/[a-z] …$/);
    expect(lines(`Whole, ${"x".repeat(60)}`)).toEqual(["Whole,", "x".repeat(60)]);
    expect(lines(`${"x".repeat(60)} ${"y".repeat(60)}`)).toEqual(["x".repeat(60), "y".repeat(60)]);
  });

  it("of a list are broken after its commas", () => {
    const lines = (width: number): string[] =>
      texts(
        inGroup(
          sceneOf({
            title: "Combined (one, two, three), four and five",
            size: { width, height: 300, type: 13 },
          }),
          "words",
        ),
      )
        .filter(({ runs: [{ font }] }) => font === "strong")
        .map(wording);
    expect(lines(300)).toEqual(["Combined (one, two, three),", "four and five"]);
  });

  it("of a long title stand inside too", () => {
    expect(wordsOutside(sceneOf({ title: "A title that goes on and on ".repeat(7).trim() }))).toEqual([]);
  });

  it("reach beyond it where nothing is done about it", () => {
    const [, , line] = texts(inGroup(sceneOf(), "words"));
    const beyond = { ...line, x: 300 };
    expect(wordsOutside({ ...sceneOf(), nodes: [beyond] })).toHaveLength(1);
  });
});
