import * as v from "valibot";
import { LEGAL_RANGE, UNITS } from "./axes.ts";
import { QUANTITY_IDS } from "./quantities.ts";

/** The FigureSpec schema, version 1. Messages say what is legal; `parse.ts` puts path and value before them. */

const oneOf = <const Names extends readonly string[]>(names: Names) =>
  v.picklist(names, `expected one of ${names.join(", ")}`);
const within = (min: number, max: number) => {
  const message = `expected ${min} to ${max}`;
  return v.pipe(v.number(message), v.minValue(min, message), v.maxValue(max, message));
};
const whole = (min: number, max: number) => {
  const message = `expected a whole number from ${min} to ${max}`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(min, message), v.maxValue(max, message));
};
const text = (longest: number) => {
  const message = `expected text of at most ${longest} characters`;
  // half a surrogate pair is no character: no link and no file could carry it
  return v.pipe(v.string(message), v.maxLength(longest, message), v.regex(/^\P{Surrogate}*$/u, message));
};
const flag = v.boolean("expected true or false");
const anObject = "expected an object";
/** An object with these entries and no others; an array is none, though JavaScript takes it for one. */
const objectOf = <const Entries extends v.ObjectEntries>(entries: Entries, message = anObject) =>
  v.pipe(
    v.unknown(),
    v.check((input) => !Array.isArray(input), message),
    v.strictObject(entries, message),
  );
/** Parameters by name; which there are, the loss knows. */
const parameters = v.pipe(
  v.unknown(),
  v.check((input) => !Array.isArray(input), anObject),
  v.record(v.string(), v.union([v.number(), v.string()], "expected a number or an option"), anObject),
);
const pair = v.strictTuple(
  [v.number("expected a number"), v.number("expected a number")],
  "expected two numbers",
);

const axis = v.pipe(
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

const name = text(40);
const similarity = within(-1, 1);

export const THEMES = ["light", "dark", "print"] as const;
export const BOUNDARIES = ["none", "unit", "counts", "both"] as const;
export const ARROW_LENGTHS = ["root", "linear", "equal"] as const;
export const GRADIENTS = ["attached", "detached"] as const;

const point = v.union(
  [
    objectOf({ name, sn: similarity, sp: similarity }),
    objectOf({ name, at: v.literal("tangent") }),
    objectOf({ name, at: v.literal("boundary"), sn: similarity }),
  ],
  'expected {name, sn, sp} with both from -1 to 1, {name, at: "tangent"} or {name, at: "boundary", sn}',
);

export const figureSchema = objectOf(
  {
    version: v.literal(1, "expected 1"),
    kind: v.exactOptional(oneOf(["landscape"])),
    title: v.exactOptional(text(200)),
    loss: objectOf(
      {
        /** `formula` where the loss is typed. */
        id: v.string("expected the id of a loss"),
        /** A typed loss, in the language of `formula/source.ts`. */
        formula: v.exactOptional(text(2000)),
        params: v.exactOptional(parameters),
        gradient: v.exactOptional(oneOf(GRADIENTS)),
      },
      "expected an object with an id",
    ),
    counts: v.exactOptional(
      objectOf({ K: v.exactOptional(whole(1, 1e9)), L: v.exactOptional(whole(1, 1e9)) }),
    ),
    axes: v.exactOptional(
      objectOf({
        negative: v.exactOptional(axis),
        positive: v.exactOptional(axis),
        horizontal: v.exactOptional(oneOf(["negative", "positive"])),
      }),
    ),
    quantity: v.exactOptional(oneOf(QUANTITY_IDS)),
    /** Nodes of the sampled grid along each axis. */
    samples: v.exactOptional(whole(16, 1024)),
    layers: v.exactOptional(
      objectOf({
        field: v.exactOptional(flag),
        /** About how many isolines; 0 for none. */
        isolines: v.exactOptional(whole(0, 40)),
        isolineLabels: v.exactOptional(flag),
        /** For K = L = 1 (`unit`), for the current K and L (`counts`), or both. */
        boundary: v.exactOptional(oneOf(BOUNDARIES)),
        region: v.exactOptional(flag),
        /** Arrows along each axis; 0 for none. */
        arrows: v.exactOptional(whole(0, 40)),
        arrowLength: v.exactOptional(oneOf(ARROW_LENGTHS)),
        legend: v.exactOptional(flag),
        caption: v.exactOptional(flag),
      }),
    ),
    points: v.exactOptional(
      v.pipe(v.array(point, "expected an array of points"), v.maxLength(40, "expected at most 40 points")),
    ),
    theme: v.exactOptional(oneOf(THEMES)),
    /** Pixels at 96 to the inch. */
    size: v.exactOptional(
      objectOf({ width: v.exactOptional(within(200, 4000)), height: v.exactOptional(within(200, 4000)) }),
    ),
  },
  "expected a figure: an object with version 1",
);

/** Read-only all the way down: a spec is never changed in place. */
type Readable<T> = T extends object ? { readonly [Key in keyof T]: Readable<T[Key]> } : T;

/** A figure as somebody wrote it: everything but the version and the loss may be left out. */
export type FigureSpec = Readable<v.InferOutput<typeof figureSchema>>;
export type MarkedPoint = Readable<v.InferOutput<typeof point>>;
export type Theme = (typeof THEMES)[number];
