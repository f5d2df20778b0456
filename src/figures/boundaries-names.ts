import { parseLabel, widthOf } from "./label.ts";
import type { PlacedCurve } from "./curves-lines.ts";
import type { FrameLayout } from "./frame.ts";
import { overlap, type Rectangle, type SceneNode } from "./scene.ts";
import type { Look } from "./theme.ts";

/** Parts of a line at which its name may stand, the best first. */
const PLACES = [0.5, 0.38, 0.62, 0.26, 0.74, 0.15, 0.85, 0.44, 0.56, 0.32, 0.68, 0.2, 0.8, 0.1, 0.9];

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly rotate: number;
  readonly box: Rectangle;
}

/**
 * Each name on its line, turned with it, where it hides least of the frame's edge; undefined where one of them would
 * stand over another.
 */
export function drawLineNames(
  curves: readonly PlacedCurve[],
  { frame, sizes }: FrameLayout,
  look: Look,
): SceneNode | undefined {
  const taken: Rectangle[] = [];
  const children: SceneNode[] = [];
  for (const { name, style, stretches } of curves) {
    const longest = stretches.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a), []);
    if (longest.length < 4) continue;
    const width = widthOf(parseLabel(name), sizes.small);
    const candidates = PLACES.map((part) => placeAt(longest, part, width, sizes.small));
    const costs = candidates.map(
      ({ box }) => (within(frame, box) ? 0 : 100) + taken.filter((other) => overlap(other, box)).length,
    );
    const cost = Math.min(...costs);
    if (cost % 100 > 0) return undefined;
    const { x, y, rotate, box } = candidates[costs.indexOf(cost)];
    taken.push(box);
    children.push({
      type: "text",
      x,
      y,
      runs: parseLabel(name),
      size: sizes.small,
      color: style.color,
      anchor: "middle",
      rotate,
      halo: look.background,
    });
  }
  return { type: "group", name: "names", children };
}

function lengthOf(points: readonly number[]): number {
  let length = 0;
  for (let i = 2; i < points.length; i += 2)
    length += Math.hypot(points[i] - points[i - 2], points[i + 1] - points[i - 1]);
  return length;
}

/** The middle of a name a little above its line, at a part of the line's length. */
function placeAt(points: readonly number[], part: number, width: number, size: number): Placed {
  let left = part * lengthOf(points);
  let i = 2;
  for (; i < points.length - 2; i += 2) {
    const step = Math.hypot(points[i] - points[i - 2], points[i + 1] - points[i - 1]);
    if (step >= left) break;
    left -= step;
  }
  const [dx, dy] = [points[i] - points[i - 2], points[i + 1] - points[i - 1]];
  const angle = (Math.atan2(dy, dx) * 180) / Math.PI;
  const rotate = Math.round(angle > 90 ? angle - 180 : angle <= -90 ? angle + 180 : angle);
  const turn = (rotate * Math.PI) / 180;
  const share = left / (Math.hypot(dx, dy) || 1);
  const x = points[i - 2] + share * dx + Math.sin(turn) * size * 0.45;
  const y = points[i - 1] + share * dy - Math.cos(turn) * size * 0.45;
  const reachX = (width * Math.abs(Math.cos(turn)) + size * Math.abs(Math.sin(turn))) / 2;
  const reachY = (width * Math.abs(Math.sin(turn)) + size * Math.abs(Math.cos(turn))) / 2;
  return { x, y, rotate, box: { x: x - reachX, y: y - reachY, width: 2 * reachX, height: 2 * reachY } };
}

const within = (frame: Rectangle, box: Rectangle): boolean =>
  box.x > frame.x &&
  box.y > frame.y &&
  box.x + box.width < frame.x + frame.width &&
  box.y + box.height < frame.y + frame.height;
