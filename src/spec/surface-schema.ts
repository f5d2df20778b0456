import * as v from "valibot";
import {
  anyFigure,
  axes,
  counts,
  flag,
  listOf,
  loss,
  objectOf,
  oneOf,
  pair,
  points,
  type Readable,
  similarity,
  text,
  whole,
  within,
} from "./entries.ts";
import { BOUNDARIES } from "./landscape-schema.ts";
import { QUANTITY_IDS } from "./quantities.ts";

const TRANSFORMS = ["none", "negativeLog"] as const;
const PALETTES = ["quantity", "height"] as const;
const FLOORS = ["none", "bands"] as const;

const SCALES = 'expected "own", "normalised" or a number above 0 to divide by';
const heightScale = v.union(
  [v.picklist(["own", "normalised"], SCALES), v.pipe(v.number(SCALES), v.gtValue(0, SCALES))],
  SCALES,
);

const RANGES = 'expected "auto" or two numbers, the lower one first';
const heightRange = v.union(
  [
    v.literal("auto", RANGES),
    v.pipe(
      pair,
      v.check(([low, high]) => low < high, RANGES),
    ),
  ],
  RANGES,
);

const lines = listOf(similarity, 40, "similarities");

/** A quantity as a surface over the plane of the two similarities. */
export const surfaceSchema = objectOf(
  {
    ...anyFigure,
    kind: v.literal("surface", "expected surface"),
    loss,
    counts: v.exactOptional(counts),
    /** The horizontal axis runs along the front edge, the other one from front to back; both may fall. */
    axes: v.exactOptional(axes),
    /** What the height shows. */
    quantity: v.exactOptional(oneOf(QUANTITY_IDS)),
    /** The quantity's own numbers, divided by the largest of their sizes, or divided by a given number. */
    heightScale: v.exactOptional(heightScale),
    /** After the division: nothing, or −ln of the size. */
    transform: v.exactOptional(oneOf(TRANSFORMS)),
    /** Ends of the height axis; what lies beyond is cut. */
    heightRange: v.exactOptional(heightRange),
    /** Instead of the quantity's symbol; mathematics between dollar signs. */
    heightLabel: v.exactOptional(text(60)),
    /** What the colour shows: the height unless another quantity is named. */
    colour: v.exactOptional(oneOf(QUANTITY_IDS)),
    /** The quantity's own colours, or blue–white–red from the bottom to the top of the height axis. */
    palette: v.exactOptional(oneOf(PALETTES)),
    /** Quads along each axis. */
    samples: v.exactOptional(whole(4, 200)),
    /** Degrees; where the viewer stands round the box (−90: before the front edge) and above its floor. */
    camera: v.exactOptional(
      objectOf({
        azimuth: v.exactOptional(within(-180, 180)),
        elevation: v.exactOptional(within(0, 90)),
        zoom: v.exactOptional(within(0.25, 4)),
      }),
    ),
    /** Height of the box; its floor is 1 by 1. */
    boxHeight: v.exactOptional(within(0.1, 2)),
    /** Curves on the surface at constant s_p and at constant s_n. */
    curves: v.exactOptional(objectOf({ positive: v.exactOptional(lines), negative: v.exactOptional(lines) })),
    layers: v.exactOptional(
      objectOf({
        floor: v.exactOptional(oneOf(FLOORS)),
        /** About how many filled bands. */
        floorBands: v.exactOptional(whole(2, 40)),
        boundary: v.exactOptional(oneOf(BOUNDARIES)),
        /** From every marked point down to a cross on the floor. */
        drops: v.exactOptional(flag),
        legend: v.exactOptional(flag),
        caption: v.exactOptional(flag),
      }),
    ),
    points: v.exactOptional(points),
    /** Points that are not drawn; their numbers are among the facts. */
    readings: v.exactOptional(points),
    /** s_n at which the facts say where the decision boundary lies. */
    boundaryAt: v.exactOptional(lines),
  },
  "expected a figure: an object with version 1",
);

/** A surface as somebody wrote it: everything but version, kind and loss may be left out. */
export type SurfaceSpec = Readable<v.InferOutput<typeof surfaceSchema>>;
