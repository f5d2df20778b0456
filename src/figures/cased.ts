import type { SceneNode, Stroke } from "./scene.ts";
import type { Look } from "./theme.ts";

type PathNode = Extract<SceneNode, { readonly type: "path" }>;

/**
 * What lies under a line or a mark of a colour, for no red is seen on every colour of a field: a casing, and a rim
 * that is to the casing as black to white.
 */
export function underCoat(d: string, width: number, look: Look, opacity = 1): PathNode[] {
  const coat = (color: string, pixels: number): PathNode => ({
    type: "path",
    d,
    stroke: { color, width: width + pixels * look.weight, ...(opacity < 1 && { opacity }) },
  });
  return [coat(look.boundary, 3.2), coat(look.casing, 2)];
}

/** A filled mark that is seen on every colour: round its edge lies a rim, for no one colour is. */
export const casedMark = (d: string, fill: string, edge: Stroke, look: Look): PathNode[] => [
  { type: "path", d, stroke: { color: look.boundary, width: edge.width + look.weight } },
  { type: "path", d, fill, stroke: edge },
];

/** A coloured line that is seen on every colour. */
export const casedLine = (d: string, stroke: Stroke, look: Look): PathNode[] => [
  ...underCoat(d, stroke.width, look, stroke.opacity),
  { type: "path", d, stroke },
];
