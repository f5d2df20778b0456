import { describe, expect, it } from "vitest";
import { FIGURES_EN } from "../../../src/app/words/figure-words.ts";
import { FIGURES_ZH, PRESET_TITLES, VENUE_NAMES } from "../../../src/app/words/figures-zh.ts";
import { ZH } from "../../../src/app/words/zh.ts";
import { type Field, fieldsOf } from "../../../src/spec/fields.ts";
import { PRESETS } from "../../../src/spec/presets.ts";
import { VENUES } from "../../../src/spec/venues.ts";
import { expectSameSaid, isChinese } from "../../bilingual.ts";

/** Losses, papers, conferences and what has no other name. */
const NAMES = new Set(
  `Circle loss AM-Softmax Triplet Proxy-Anchor Proxy-NCA Multi-similarity ArcFace InfoNCE softmax logit logits ln
  CVPR ICML IEEE Nature`.split(/\s+/),
);
const KINDS = [
  "landscape",
  "surface",
  "curves",
  "boundaries",
  "difference",
  "panels",
  "pairs",
  "scatter",
] as const;

describe("figures in Chinese", () => {
  it("every preset has a title with the same numbers", () => {
    expect(Object.keys(PRESET_TITLES).toSorted()).toEqual(Object.keys(PRESETS).toSorted());
    for (const [name, { title }] of Object.entries(PRESETS))
      expectSameSaid(title, FIGURES_ZH.presetTitle(name, title), NAMES);
  });

  it("every venue has a name", () => {
    expect(Object.keys(VENUE_NAMES)).toEqual(Object.keys(VENUES));
    for (const [id, { name }] of Object.entries(VENUES)) {
      const told = FIGURES_ZH.venue(id, name);
      if (told !== name) expectSameSaid(name.replace("px", ""), told, NAMES);
      else expect(name).toMatch(/^[A-Z]+\w*$/i);
    }
  });
});

/** Every key of a field, and every word that it may have. */
function namesIn(field: Field): string[] {
  switch (field.type) {
    case "object":
      return field.entries.flatMap(([key, entry]) => [
        ...(entry.type === "fixed" ? [] : [key]),
        ...namesIn(entry),
      ]);
    case "list":
      return namesIn(field.item);
    case "tuple":
      return field.items.flatMap(namesIn);
    case "oneOf":
      return field.fields.flatMap(namesIn);
    case "choice":
      return [...field.options];
    default:
      return [];
  }
}

describe("all settings in Chinese", () => {
  it("has a name for every key and every word of the schema", () => {
    const kept = new Set(["id", "viridis", "batlow", "vik", "RdBu", "neurips", "iclr", "eccv"]);
    const fields: Readonly<Record<string, string>> = ZH.fields;
    const names = new Set(KINDS.flatMap((kind) => namesIn(fieldsOf(kind))));
    expect(names.size).toBeGreaterThan(100);
    const untold = [...names].filter(
      (name) => !(name in fields) && !kept.has(name) && !isChinese(FIGURES_ZH.key(name, name)),
    );
    expect(untold).toEqual([]);
    expect(FIGURES_EN.key("heightLabel", "height label")).toBe("height label");
  });
});
