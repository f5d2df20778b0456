import * as v from "valibot";
import {
  anyFigure,
  flag,
  listOf,
  loss,
  name,
  objectOf,
  oneOf,
  type Readable,
  whole,
  within,
} from "./entries.ts";

/** Which nodes of one side the loss sees: all, the hardest, the hardest of each class, or those listed. */
export const PICKS = ["all", "hardest", "hardestOfClass"] as const;
export const EDGE_WIDTHS = ["linear", "logarithmic"] as const;
export const SHAPES = ["circle", "square", "pentagon", "triangle", "diamond", "hexagon", "star"] as const;
export type Shape = (typeof SHAPES)[number];

const part = within(0, 1);

const node = objectOf({
  name,
  class: name,
  /** Place in the panel, rightwards and downwards; the angle between two nodes follows from it. */
  at: v.strictTuple([part, part], "expected [u, v], both from 0 to 1"),
  proxy: v.exactOptional(flag),
});

const anObject = "expected an object of shapes by class";
const shapes = v.pipe(
  v.unknown(),
  v.check((input) => !Array.isArray(input), anObject),
  v.record(v.string(), oneOf(SHAPES), anObject),
);

const pick = v.union(
  [v.picklist(PICKS), listOf(name, 100, "names of nodes", 1)],
  `expected one of ${PICKS.join(", ")}, or an array of at least one name of a node`,
);
export type Pick = Readable<v.InferOutput<typeof pick>>;

/** The nodes of a small batch that one anchor is associated with, and how strongly. */
export const pairsSchema = objectOf(
  {
    ...anyFigure,
    kind: v.literal("pairs", "expected pairs"),
    nodes: listOf(node, 100, "nodes", 3),
    anchor: name,
    loss,
    /** What the anchor is compared with; by the loss and the anchor unless given. */
    among: v.exactOptional(oneOf(["samples", "proxies"])),
    positives: v.exactOptional(pick),
    negatives: v.exactOptional(pick),
    width: v.exactOptional(oneOf(EDGE_WIDTHS)),
    /** Powers of ten between the widest and the thinnest edge, where the width is logarithmic. */
    decades: v.exactOptional(whole(1, 20)),
    /** Shapes of classes; the others take the next ones in the order in which they appear. */
    shapes: v.exactOptional(shapes),
    layers: v.exactOptional(
      objectOf({
        names: v.exactOptional(flag),
        /** Proxies that the loss does not see. */
        unusedProxies: v.exactOptional(flag),
        key: v.exactOptional(flag),
        legend: v.exactOptional(flag),
        caption: v.exactOptional(flag),
      }),
    ),
  },
  "expected a figure: an object with version 1",
);

export type PairsSpec = Readable<v.InferOutput<typeof pairsSchema>>;
