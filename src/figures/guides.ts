import { clipCurve, type Frame } from "../region/pieces.ts";
import type { Boundary } from "../region/boundary.ts";
import { similarityRange } from "../plane/axis.ts";
import { type Point, sloped } from "../losses/curves.ts";
import type { Axes } from "../spec/axes.ts";
import type { Guide } from "../spec/guides.ts";
import { piecePath } from "./boundary.ts";
import type { Facts } from "./prepared.ts";
import type { PlaneLayout } from "./layout.ts";
import type { SceneNode } from "./scene.ts";
import type { Look } from "./theme.ts";

/** The pairs that a plane shows. */
export const frameOf = (axes: Axes): Frame => ({
  sn: similarityRange(axes.negative),
  sp: similarityRange(axes.positive),
});

/** What of the guides lies in the frame. */
export const guideBoundary = (guides: readonly Guide[], axes: Axes): Boundary => ({
  pieces: guides.flatMap(({ slope, intercept }) => clipCurve(sloped(intercept, slope), frameOf(axes))),
  origin: "closed form",
});

/** Dashed lines, straight where both axes show cosines; nothing where there are none. */
export function drawGuideLines({ pieces }: Boundary, layout: PlaneLayout, look: Look): SceneNode[] {
  if (pieces.length === 0) return [];
  const d = pieces.map((piece) => piecePath(piece, layout)).join("");
  const dash = [4 * look.weight, 3 * look.weight];
  return [
    {
      type: "group",
      name: "guides",
      clip: layout.frame,
      children: [
        { type: "path", d, stroke: { color: look.casing, width: 2.6 * look.weight, opacity: 0.85 } },
        { type: "path", d, stroke: { color: look.boundary, width: 1.1 * look.weight, dash } },
      ],
    },
  ];
}

/** A guide, and where it touches an arc of the boundary; null where it crosses or misses them all. */
export function guideFacts({ slope, intercept }: Guide, { pieces }: Boundary): Facts {
  const length = Math.hypot(1, slope);
  let touches: Point | null = null;
  for (const piece of pieces) {
    if (piece.kind !== "arc") continue;
    const { centre, radius } = piece;
    const above = (centre.sp - intercept - slope * centre.sn) / length;
    if (Math.abs(Math.abs(above) - radius) > 1e-9) continue;
    touches = { sn: centre.sn + (above * slope) / length, sp: centre.sp - above / length };
  }
  return { slope, intercept, touches: touches && { ...touches } };
}
