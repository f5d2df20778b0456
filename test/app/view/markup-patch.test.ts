import { expect, it } from "vitest";
import { type MarkupPatch, patchBetween, piecesOf } from "../../../src/app/view/live/markup-patch.ts";
import { svgNodes } from "../../../src/export/svg-document.ts";
import { drawLandscape, landscapeData } from "../../../src/figures/landscape.ts";
import { LANDSCAPES } from "../../../src/spec/presets/landscapes.ts";
import { resolveLandscape } from "../../../src/spec/landscape.ts";

/** The groups of a figure that a drag replaces, by their names. */
const groups = (margin: number): Map<string, string> => {
  const { spec } = LANDSCAPES["circle-region"];
  const loss = { ...spec.loss, params: { ...spec.loss.params, margin } };
  const figure = resolveLandscape({ ...spec, samples: 16, loss });
  const nodes = drawLandscape(figure, landscapeData(figure)).nodes.filter((node) => node.type === "group");
  return new Map(nodes.map((node) => [node.name, svgNodes([node])]));
};

const between = (old: string, fresh: string): MarkupPatch | undefined =>
  patchBetween(piecesOf(old), piecesOf(fresh));

/** Says the patch to the letters of the markup, without a document. */
function patched(markup: string, { attributes, texts }: MarkupPatch): string {
  const pieces = markup.match(/<[^>]*>|[^<]+/g) ?? [];
  const counted = pieces.flatMap((piece, i) => (piece.startsWith("</") ? [] : [i]));
  for (const [place, name, value] of attributes) {
    const tag = pieces[counted[place]];
    pieces[counted[place]] = tag.replace(new RegExp(` ${name}="[^"]*"`), ` ${name}="${value}"`);
  }
  for (const [place, data] of texts) pieces[counted[place]] = data;
  return pieces.join("");
}

it.each([
  [0.25, 0.26],
  [0.25, 0.4],
  [0.4, 0.1],
  [0.31, 0.32],
])("m = %d becomes m = %d by what has changed, far less than the whole", (from, to) => {
  const [before, after] = [groups(from), groups(to)];
  let whole = 0;
  let said = 0;
  for (const name of ["words", "points"]) {
    const [old, fresh] = [before.get(name) ?? "", after.get(name) ?? ""];
    expect(fresh).not.toBe(old);
    const patch = between(old, fresh);
    if (patch === undefined) throw new Error(`${name} is made differently`);
    expect(patched(old, patch)).toBe(fresh);
    whole += fresh.length;
    said += JSON.stringify(patch).length;
  }
  expect(said).toBeLessThan(whole / 3);
});

it("the same markup has nothing to change", () => {
  const { words = "" } = Object.fromEntries(groups(0.25));
  expect(between(words, words)).toEqual({ attributes: [], texts: [] });
});

it("markup that is made differently is no patch", () => {
  const text = '<text x="1">a</text>';
  expect(between(text, '<text x="2">b</text>')).toEqual({
    attributes: [[0, "x", "2"]],
    texts: [[1, "b"]],
  });
  for (const other of [
    '<text y="1">a</text>',
    '<text x="1" y="1">a</text>',
    '<tspan x="1">a</tspan>',
    '<text x="1">a</text><text x="1">a</text>',
    '<text x="1"><tspan/></text>',
    // an entity would have to be read first
    '<text x="1">&#60;</text>',
    '<text x="&#60;">a</text>',
  ])
    expect(between(text, other)).toBeUndefined();
});
