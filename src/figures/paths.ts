import type { Loss } from "../losses/types.ts";
import { type DescentPath, descentSteps } from "../region/paths.ts";
import type { ResolvedLandscape } from "../spec/landscape.ts";
import type { ResolvedPath } from "../spec/paths.ts";
import { type PlaneLayout, pixelLine } from "./layout.ts";
import { disc, pathOf, polygon } from "./path.ts";
import { flows } from "./flows.ts";
import type { Facts } from "./prepared.ts";
import { casedLine, casedMark } from "./cased.ts";
import type { Rectangle, SceneNode } from "./scene.ts";
import type { Look } from "./theme.ts";

/** A path of a figure, and where it led. */
export interface FollowedPath {
  readonly path: ResolvedPath;
  readonly descent: DescentPath;
}

/** Follows every path of a figure, each by its own field. */
export const followedPaths = (
  { paths, loss: { params }, counts }: Pick<ResolvedLandscape, "paths" | "loss" | "counts">,
  loss: Loss,
): FollowedPath[] =>
  paths.map((path) => {
    const form = loss.plane(params, counts, path.field);
    const descent =
      path.method === "flow" ? flows.now.descentFlow(form, path.from) : descentSteps(form, path.from, path);
    return { path, descent };
  });

/** The numbers of a path; `time` in steps, or in the time of the flow ds/dt = −∂ℒ/∂s. */
export const pathFacts = ({ path, descent: { arrival, end, target, points } }: FollowedPath): Facts => ({
  ...path,
  arrival: { sn: arrival.sn, sp: arrival.sp },
  length: arrival.length,
  end,
  ...(path.method === "steps" && { taken: points.length - 1 }),
  reachesTarget: target !== null,
  target: target && { sn: target.sn, sp: target.sp, length: target.length, time: finite(target.time) },
});

const finite = (x: number): number | null => (Number.isFinite(x) ? x : null);

/** What the marks of the paths mean, as a sentence; nothing where there are none. */
export function pathsNote(paths: readonly ResolvedPath[], loss: Loss): string[] {
  if (paths.length === 0) return [];
  const fields = ["attached", "detached"].filter((field) => paths.some((path) => path.field === field));
  const dashes = { attached: "solid", detached: "dashed" } as Readonly<Record<string, string>>;
  const by = loss.detaches
    ? ` by the ${fields.map((field) => `${field} gradient (${dashes[field]})`).join(" and the ")}`
    : "";
  const dots = paths.some(({ method }) => method === "steps") ? "; dots: steps of gradient descent" : "";
  return [`Paths: descent${by}, from ring to diamond${dots}.`];
}

/** Lines with arrow heads, a ring where each sets out, a diamond where it arrives, a dot at every finite step. */
export function drawPaths(paths: readonly FollowedPath[], layout: PlaneLayout, look: Look): SceneNode[] {
  if (paths.length === 0) return [];
  const lines = paths.flatMap((each) => linesOf(each, layout, look));
  const ends = paths.flatMap((each) => endsOf(each, layout, look));
  const { x, y, width, height } = layout.frame;
  const slack = 1.5 * look.weight;
  const clip = { x: x - slack, y: y - slack, width: width + 2 * slack, height: height + 2 * slack };
  return [
    { type: "group", name: "paths", clip, children: lines },
    { type: "group", name: "path-ends", children: ends },
  ];
}

const SHORTEST_HEADED = 26;

function linesOf({ path, descent }: FollowedPath, layout: PlaneLayout, look: Look): SceneNode[] {
  const pixels = pixelLine(descent.points, layout.toPixel);
  const d = pathOf(pixels);
  if (!d) return [];
  const width = (path.method === "steps" ? 1.2 : 1.8) * look.weight;
  const dash = path.field === "detached" ? { dash: [6 * look.weight, 3.5 * look.weight] } : {};
  const nodes: SceneNode[] = casedLine(d, { color: look.accent, width, ...dash }, look);
  const edge = { color: look.casing, width: 0.7 * look.weight };
  const dots = path.method === "steps" ? dotsOf(pixels, look.weight) : "";
  for (const shapes of [headsOf(pixels, look.weight), dots])
    if (shapes) nodes.push(...casedMark(shapes, look.accent, edge, look));
  return nodes;
}

/** One head in the middle of a line, two on a long one. */
function headsOf(pixels: readonly number[], weight: number): string {
  const lengths = [0];
  for (let i = 2; i < pixels.length; i += 2)
    lengths.push(lengths[i / 2 - 1] + Math.hypot(pixels[i] - pixels[i - 2], pixels[i + 1] - pixels[i - 1]));
  const whole = lengths[lengths.length - 1];
  if (!(whole >= SHORTEST_HEADED)) return "";
  const parts = whole > 240 ? [0.3, 0.7] : [0.55];
  return parts.map((part) => headAt(pixels, lengths, part * whole, weight)).join("");
}

function headAt(pixels: readonly number[], lengths: readonly number[], at: number, weight: number): string {
  const i = Math.max(
    1,
    lengths.findIndex((length) => length >= at),
  );
  const [x0, y0, x1, y1] = pixels.slice(2 * i - 2, 2 * i + 2);
  const step = lengths[i] - lengths[i - 1] || 1;
  const [ux, uy] = [(x1 - x0) / step, (y1 - y0) / step];
  const part = at - lengths[i - 1];
  const [x, y] = [x0 + ux * part, y0 + uy * part];
  const [long, wide] = [6.5 * Math.max(0.85, weight), 4 * Math.max(0.85, weight)];
  const point = (along: number, aside: number): number[] => [
    x + ux * along - uy * aside,
    y + uy * along + ux * aside,
  ];
  return polygon([
    ...point(long, 0),
    ...point(-long, wide),
    ...point(-0.5 * long, 0),
    ...point(-long, -wide),
  ]);
}

/** A dot at every step but the first, as far as they can be told apart. */
function dotsOf(pixels: readonly number[], weight: number): string {
  const radius = 2.8 * Math.max(0.85, weight);
  let d = "";
  let [x, y] = [pixels[0], pixels[1]];
  for (let i = 2; i < pixels.length; i += 2) {
    if (Math.hypot(pixels[i] - x, pixels[i + 1] - y) < radius) continue;
    [x, y] = [pixels[i], pixels[i + 1]];
    d += disc(x, y, radius);
  }
  return d;
}

function endsOf({ descent }: FollowedPath, { frame, toPixel }: PlaneLayout, look: Look): SceneNode[] {
  const [start, end] = [descent.points[0], descent.arrival].map(toPixel);
  const size = Math.max(0.85, look.weight);
  const nodes: SceneNode[] = [];
  const ring = { color: look.accent, width: 1.6 * look.weight };
  if (shows(frame, start))
    nodes.push(...casedMark(disc(start.x, start.y, 3.4 * size), look.casing, ring, look));
  const r = 4.8 * size;
  const diamond = polygon([end.x - r, end.y, end.x, end.y - r, end.x + r, end.y, end.x, end.y + r]);
  const edge = { color: look.casing, width: 1.1 * look.weight };
  if (shows(frame, end)) nodes.push(...casedMark(diamond, look.accent, edge, look));
  return nodes;
}

const shows = (frame: Rectangle, { x, y }: { readonly x: number; readonly y: number }): boolean =>
  x >= frame.x - 0.5 &&
  x <= frame.x + frame.width + 0.5 &&
  y >= frame.y - 0.5 &&
  y <= frame.y + frame.height + 0.5;
