import { LANDSCAPES } from "../../spec/presets/landscapes.ts";
import { PRESETS } from "../../spec/presets.ts";
import type { Option } from "../controls/choice.ts";
import { facts } from "../words/facts.ts";
import { words } from "../words/words.ts";
import { noPreset } from "./preset-control.ts";

/** Where a figure comes from, by what its name begins with; the first that fits. */
const SOURCES = [
  ["circle-negative", "The negative side of Circle loss"],
  ["circle-", "Circle loss paper"],
  ["proxy-anchor-", "Proxy-Anchor"],
  ["arcface-", "ArcFace"],
  ["ms-", "Multi-similarity"],
  ["infonce-", "Temperature"],
  ["blog-", "Blog"],
] as const;

/** Which group of the menu a preset is in. */
export function groupOf(name: string): string {
  if (Object.hasOwn(LANDSCAPES, name)) return words.presetGroups.landscapes;
  const source = SOURCES.find(([start]) => name.startsWith(start));
  if (source === undefined) return words.presetGroups.more;
  const [start, english] = source;
  return facts.figures.presetSource(start, english);
}

/** The presets as a menu: a group for each source. */
export const presetOptions = (): Option[] => [
  noPreset(),
  ...Object.entries(PRESETS).map(([value, { title }]) => ({
    value,
    text: facts.figures.presetTitle(value, title),
    group: groupOf(value),
  })),
];
