import * as v from "valibot";
import {
  anyFigure,
  counts,
  flag,
  listOf,
  loss,
  name,
  objectOf,
  oneOf,
  pair,
  type Readable,
  similarity,
  text,
  within,
  vary,
} from "./entries.ts";
import { UNITS } from "./axes.ts";
import { QUANTITY_IDS } from "./quantities.ts";

/** What runs to the right: one similarity, as an angle or a chord too, or the way along a line in the plane. */
export const CURVE_AXES = [...UNITS, "line"] as const;
export const SIDES = ["positive", "negative"] as const;
export const CURVE_NAMES = ["ends", "key", "none"] as const;
/** What a bar is as high as: |∂ℒ/∂s| of one member, or its part of the sum over its side. */
export const BAR_HEIGHTS = ["weight", "share"] as const;

const place = objectOf({ sn: similarity, sp: similarity });
const similarities = listOf(similarity, 1000, "similarities");
const others = objectOf({
  positives: v.exactOptional(similarities),
  negatives: v.exactOptional(similarities),
});
/** What each curve shows, and the keys that belong to it beside `of`. */
export const DRAW_KEYS = {
  /** A_p(s) */
  positiveTransform: ["perScale"],
  /** A_n(s) */
  negativeTransform: ["perScale"],
  /** A quantity of the plane where one similarity stands still, or along a line. */
  slice: ["quantity", "fixed", "line", "perScale"],
  /** Density of one side's gradient over its members, infinitely many with s uniform on [−1, 1]. */
  share: ["side", "hardest"],
  /** |∂ℒ/∂s| of the one member that moves, among others that stand still. */
  weight: ["side", "others", "share", "perScale"],
} as const;
export type DrawId = keyof typeof DRAW_KEYS;

const draw = objectOf({
  of: oneOf(Object.keys(DRAW_KEYS) as DrawId[]),
  /** Divided by the scale of the loss: γ, or 1/τ. */
  perScale: v.exactOptional(flag),
  quantity: v.exactOptional(oneOf(QUANTITY_IDS)),
  fixed: v.exactOptional(objectOf({ sn: v.exactOptional(similarity), sp: v.exactOptional(similarity) })),
  line: v.exactOptional(objectOf({ from: place, to: place })),
  side: v.exactOptional(oneOf(SIDES)),
  /** Parts of the members, the hardest ones, whose share of the gradient is told. */
  hardest: v.exactOptional(listOf(within(1e-9, 1), 12, "parts")),
  others: v.exactOptional(others),
  /** A member's part of the sum over its side instead of its size. */
  share: v.exactOptional(flag),
});
export type Draw = Readable<v.InferOutput<typeof draw>>;

const curve = objectOf({
  name: v.exactOptional(name),
  loss,
  counts: v.exactOptional(counts),
  draw,
  /** A family: one curve for each value of a parameter. */
  vary: v.exactOptional(vary),
});

const bar = objectOf({
  name,
  loss,
  positives: v.exactOptional(similarities),
  negatives: v.exactOptional(similarities),
  member: objectOf({
    side: oneOf(SIDES),
    index: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  }),
});

/** Curves of one or several losses in one frame, or bars for cases. */
export const curvesSchema = objectOf(
  {
    ...anyFigure,
    kind: v.literal("curves", "expected curves"),
    x: v.exactOptional(
      objectOf({
        of: v.exactOptional(oneOf(CURVE_AXES)),
        range: v.exactOptional(pair),
        label: v.exactOptional(text(120)),
      }),
    ),
    y: v.exactOptional(
      objectOf({
        range: v.exactOptional(pair),
        label: v.exactOptional(text(120)),
        scale: v.exactOptional(oneOf(["linear", "log"])),
      }),
    ),
    curves: v.exactOptional(listOf(curve, 24, "curves", 1)),
    /** Instead of curves. */
    bars: v.exactOptional(listOf(bar, 24, "bars", 1)),
    barHeight: v.exactOptional(oneOf(BAR_HEIGHTS)),
    /** Places on x where every curve has a mark and its value is told. */
    readings: v.exactOptional(listOf(v.number("expected a number"), 40, "numbers")),
    layers: v.exactOptional(
      objectOf({
        /** Names at the ends of the curves, in a key in the frame, or nowhere. */
        names: v.exactOptional(oneOf(CURVE_NAMES)),
        markers: v.exactOptional(flag),
        caption: v.exactOptional(flag),
      }),
    ),
  },
  "expected a figure: an object with version 1",
);

/** Curves as somebody wrote them. */
export type CurvesSpec = Readable<v.InferOutput<typeof curvesSchema>>;
