import * as v from "valibot";
import { LEGAL_RANGE, UNITS } from "./axes.ts";
import { VENUE_IDS } from "./venues.ts";

/** What the schemas of all kinds of figures are made of. Messages say what is legal; `parse.ts` adds path and value. */

export const oneOf = <const Names extends readonly string[]>(names: Names) =>
  v.picklist(names, `expected one of ${names.join(", ")}`);
export const within = (min: number, max: number) => {
  const message = `expected ${min} to ${max}`;
  return v.pipe(v.number(message), v.minValue(min, message), v.maxValue(max, message));
};
/** 0 for the usual, or a number of a range. */
const usualOr = (min: number, max: number) => {
  const message = `expected 0, or ${min} to ${max}`;
  return v.pipe(
    v.number(message),
    v.minValue(0, message),
    v.maxValue(max, message),
    v.check((x) => x === 0 || x >= min, message),
  );
};
export const whole = (min: number, max: number) => {
  const message = `expected a whole number from ${min} to ${max}`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(min, message), v.maxValue(max, message));
};
export const text = (longest: number) => {
  const message = `expected text of at most ${longest} characters`;
  // half a surrogate pair is no character: no link and no file could carry it
  return v.pipe(v.string(message), v.maxLength(longest, message), v.regex(/^\P{Surrogate}*$/u, message));
};
export const flag = v.boolean("expected true or false");
const anObject = "expected an object";
/** An object with these entries and no others; an array is none, though JavaScript takes it for one. */
export const objectOf = <const Entries extends v.ObjectEntries>(entries: Entries, message = anObject) =>
  v.pipe(
    v.unknown(),
    v.check((input) => !Array.isArray(input), message),
    v.strictObject(entries, message),
  );
/** Parameters by name; which there are, the loss knows. */
export const parameters = v.pipe(
  v.unknown(),
  v.check((input) => !Array.isArray(input), anObject),
  v.record(v.string(), v.union([v.number(), v.string()], "expected a number or an option"), anObject),
);
export const pair = v.strictTuple(
  [v.number("expected a number"), v.number("expected a number")],
  "expected two numbers",
);

export const THEMES = ["light", "dark", "print"] as const;
export type Theme = (typeof THEMES)[number];
/** What a figure stands on: its theme's colour, or nothing, so that the page shows through. */
export const GROUNDS = ["solid", "transparent"] as const;
export const SEQUENTIAL_COLOURS = ["viridis", "cividis", "batlow"] as const;
export const DIVERGING_COLOURS = ["RdBu", "vik"] as const;
/** How a quantity's numbers become colours; `symlog` is logarithmic both ways from zero. */
export const NUMBER_SCALES = ["linear", "log", "symlog"] as const;
export const GRADIENTS = ["attached", "detached"] as const;

/** At most so many of something, and at least one or none. */
export const listOf = <const Item extends v.GenericSchema>(item: Item, most: number, of: string, least = 0) =>
  v.pipe(
    v.array(item, `expected an array of ${of}`),
    v.minLength(least, `expected at least ${least} ${of}`),
    v.maxLength(most, `expected at most ${most} ${of}`),
  );

export const axis = v.pipe(
  objectOf({ unit: v.exactOptional(oneOf(UNITS)), range: v.exactOptional(pair) }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || dataset.value.range === undefined) return;
    const { unit = "cosine", range } = dataset.value;
    const [low, high] = LEGAL_RANGE[unit];
    const legal = range[0] !== range[1] && range.every((end) => end >= low - 1e-9 && end <= high + 1e-9);
    if (!legal) {
      addIssue({
        message: `expected two different numbers from ${low} to ${high}`,
        input: range,
        path: [{ type: "object", origin: "value", input: dataset.value, key: "range", value: range }],
      });
    }
  }),
);

/** One of the catalogue by its id, or a typed one. */
export const loss = objectOf(
  {
    /** `formula` where the loss is typed. */
    id: v.string("expected the id of a loss"),
    /** A typed loss, in the language of `formula/source.ts`. */
    formula: v.exactOptional(text(2000)),
    params: v.exactOptional(parameters),
    gradient: v.exactOptional(oneOf(GRADIENTS)),
  },
  "expected an object with an id",
);

/** A family over one parameter of a loss. */
export const vary = objectOf({
  param: v.string("expected the id of a parameter"),
  values: listOf(v.number("expected a number"), 24, "values", 1),
});

export const counts = objectOf({ K: v.exactOptional(whole(1, 1e9)), L: v.exactOptional(whole(1, 1e9)) });

export const axes = objectOf({
  negative: v.exactOptional(axis),
  positive: v.exactOptional(axis),
  horizontal: v.exactOptional(oneOf(["negative", "positive"])),
});

/** What a mark is called. */
export const name = text(40);
export const similarity = within(-1, 1);

const point = v.union(
  [
    objectOf({ name, sn: similarity, sp: similarity }),
    objectOf({ name, at: v.literal("tangent") }),
    objectOf({ name, at: v.literal("boundary"), sn: similarity }),
  ],
  'expected {name, sn, sp} with both from -1 to 1, {name, at: "tangent"} or {name, at: "boundary", sn}',
);
export type MarkedPoint = Readable<v.InferOutput<typeof point>>;

export const points = listOf(point, 40, "points");

/** What every figure has, whatever its kind. */
export const anyFigure = {
  version: v.literal(1, "expected 1"),
  title: v.exactOptional(text(200)),
  theme: v.exactOptional(oneOf(THEMES)),
  /** Width, height and type of a journal's column, a post or a slide, where `size` does not say otherwise. */
  venue: v.exactOptional(oneOf(VENUE_IDS)),
  /** Pixels at 96 to the inch; `type` is the height of the letters, 0 for what suits the width or the venue. */
  size: v.exactOptional(
    objectOf({
      width: v.exactOptional(within(200, 4000)),
      height: v.exactOptional(within(200, 4000)),
      type: v.exactOptional(usualOr(4, 60)),
    }),
  ),
  look: v.exactOptional(
    objectOf({
      ground: v.exactOptional(oneOf(GROUNDS)),
      sequential: v.exactOptional(oneOf(SEQUENTIAL_COLOURS)),
      diverging: v.exactOptional(oneOf(DIVERGING_COLOURS)),
      scale: v.exactOptional(oneOf(NUMBER_SCALES)),
    }),
  ),
  /** Instead of the words that a figure writes by itself; empty for those. */
  words: v.exactOptional(
    objectOf({
      caption: v.exactOptional(text(2000)),
      alt: v.exactOptional(text(2000)),
      horizontal: v.exactOptional(text(200)),
      vertical: v.exactOptional(text(200)),
    }),
  ),
};

/** Read-only all the way down: a spec is never changed in place. */
export type Readable<T> = T extends object ? { readonly [Key in keyof T]: Readable<T[Key]> } : T;

/** What is left when every default is filled in. */
export type Filled<T> = { readonly [Key in keyof T]-?: NonNullable<T[Key]> };
