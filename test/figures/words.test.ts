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

  it("of a long title stand inside too", () => {
    expect(wordsOutside(sceneOf({ title: "A title that goes on and on ".repeat(7).trim() }))).toEqual([]);
  });

  it("reach beyond it where nothing is done about it", () => {
    const [, , line] = texts(inGroup(sceneOf(), "words"));
    const beyond = { ...line, x: 300 };
    expect(wordsOutside({ ...sceneOf(), nodes: [beyond] })).toHaveLength(1);
  });
});
