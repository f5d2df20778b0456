import { expect, it } from "vitest";
import { groupOf, presetOptions } from "../../src/app/panels/preset-groups.ts";
import { PRESETS } from "../../src/spec/presets.ts";

it.each([
  ["circle-region", "Landscapes"],
  ["proxy-anchor-region", "Landscapes"],
  ["circle-fig5", "Circle loss paper"],
  ["circle-negative-side", "The negative side of Circle loss"],
  ["proxy-anchor-fig3", "Proxy-Anchor"],
  ["arcface-fig4b", "ArcFace"],
  ["ms-weights", "Multi-similarity"],
  ["infonce-temperature", "Temperature"],
  ["blog-transforms", "Blog"],
  ["something-new", "More figures"],
])("%s is found under %s", (name, group) => {
  expect(groupOf(name)).toBe(group);
});

it("every preset is offered once, by its title", () => {
  const [none, ...options] = presetOptions();
  expect(none.value).toBe("");
  expect(options.map(({ value }) => value)).toEqual(Object.keys(PRESETS));
  for (const { value, text } of options) expect(text).toBe(PRESETS[value].title);
});
