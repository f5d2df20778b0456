import { planePoint } from "../losses/plane-form.ts";
import type { PlaneForm } from "../losses/types.ts";
import { similarityAt, similarityRate } from "../plane/axis.ts";
import type { ResolvedLandscape } from "../spec/landscape.ts";
import type { PlaneLayout } from "./layout.ts";
import { polygon } from "./path.ts";
import { overlap, type Rectangle, type SceneNode } from "./scene.ts";
import type { Look } from "./theme.ts";

interface Arrow {
  readonly x: number;
  readonly y: number;
  /** Pixels per step of descent, and its size before scaling. */
  readonly dx: number;
  readonly dy: number;
  readonly size: number;
}

/** Shorter ones, in pixels, could not be told from dots. */
const SHORTEST = 3;

/** Arrows along −gradient with respect to what the axes show, from the centres of a regular grid of cells. */
export function drawArrows(
  form: PlaneForm,
  figure: ResolvedLandscape,
  layout: PlaneLayout,
  look: Look,
  avoid: readonly Rectangle[],
): SceneNode {
  const { arrows: count, arrowLength } = figure.layers;
  const cell = layout.frame.width / count;
  const found = descents(form, layout, count);
  const largest = typicalLargest(found);
  let d = "";
  for (const { x, y, dx, dy, size } of found) {
    const part =
      arrowLength === "equal" ? 1 : arrowLength === "linear" ? size / largest : Math.sqrt(size / largest);
    const length = 0.82 * cell * Math.min(1, part);
    const half = 0.3 * length;
    const box = { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
    if (length > SHORTEST && !avoid.some((other) => overlap(other, box)))
      d += slimArrow(x, y, (dx / size) * length, (dy / size) * length, look.weight);
  }
  return {
    type: "group",
    name: "arrows",
    clip: layout.frame,
    children: [{ type: "path", d, fill: "#ffffff", stroke: { color: "#10131a", width: 0.6 * look.weight } }],
  };
}

function descents(form: PlaneForm, layout: PlaneLayout, count: number): Arrow[] {
  const { frame, horizontal, vertical } = layout;
  const at = ({ range }: { range: readonly [number, number] }, i: number): number =>
    range[0] + ((range[1] - range[0]) * (i + 0.5)) / count;
  const acrossIsPositive = horizontal.similarity === "positive";
  const perAcross = frame.width / (horizontal.range[1] - horizontal.range[0]);
  const perUp = frame.height / (vertical.range[1] - vertical.range[0]);
  const arrows: Arrow[] = [];
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      const across = similarityAt(horizontal.unit, at(horizontal, column));
      const up = similarityAt(vertical.unit, at(vertical, row));
      const { dSp, dSn } = acrossIsPositive ? planePoint(form, across, up) : planePoint(form, up, across);
      const dAcross = (acrossIsPositive ? dSp : dSn) * similarityRate(horizontal.unit, across);
      const dUp = (acrossIsPositive ? dSn : dSp) * similarityRate(vertical.unit, up);
      const dx = -dAcross * Math.sign(perAcross);
      const dy = dUp * Math.sign(perUp);
      const size = Math.hypot(dx, dy);
      if (size > 0 && Number.isFinite(size)) {
        arrows.push({
          x: frame.x + (frame.width * (column + 0.5)) / count,
          y: frame.y + frame.height * (1 - (row + 0.5) / count),
          dx,
          dy,
          size,
        });
      }
    }
  }
  return arrows;
}

/** The size that gets a full-length arrow: a few arrows beside a singularity must not shrink all others. */
function typicalLargest(arrows: readonly Arrow[]): number {
  const sizes = arrows.map(({ size }) => size).toSorted((a, b) => a - b);
  const high = sizes[Math.floor(0.97 * (sizes.length - 1))] ?? 1;
  const top = sizes[sizes.length - 1] ?? 1;
  return top > 4 * high ? high : top;
}

/** A slim arrow centred on (x, y). */
export function slimArrow(x: number, y: number, dx: number, dy: number, weight: number): string {
  const length = Math.hypot(dx, dy);
  const [ux, uy] = [dx / length, dy / length];
  const head = Math.min(6.5, 0.55 * length) * Math.max(0.85, weight);
  const half = 0.42 * head;
  const shaft = Math.min(0.9, 0.16 * head);
  const at = (along: number, aside: number): number[] => [
    x + ux * along - uy * aside,
    y + uy * along + ux * aside,
  ];
  const tip = length / 2;
  const neck = tip - head;
  return polygon([
    ...at(-tip, shaft),
    ...at(neck, shaft),
    ...at(neck - 0.12 * head, half),
    ...at(tip, 0),
    ...at(neck - 0.12 * head, -half),
    ...at(neck, -shaft),
    ...at(-tip, -shaft),
  ]);
}
