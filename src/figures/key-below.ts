import type { PlacedCurve } from "./curves-lines.ts";
import { drawSample, namesWidth } from "./curves-ends.ts";
import type { FrameLayout } from "./frame.ts";
import type { SceneNode } from "./scene.ts";
import { LEAST_LETTERS, type Look } from "./theme.ts";

type Sizes = FrameLayout["sizes"];

/** Between two names, and left and right of all. */
const GAP = 1.2;
const MARGIN = 0.6;
const STEP = 1.4;

/** Names may be so much smaller where another column of them then fits. */
const LEAST_SHRINK = 0.85;

/** How names stand below a frame, in rows from left to right. */
interface Rows {
  readonly columns: number;
  readonly rows: number;
  /** From one column to the next. */
  readonly pitch: number;
  readonly shrink: number;
}

function rowsOf(names: readonly string[], sizes: Sizes, width: number): Rows {
  const room = width - 2 * MARGIN * sizes.base;
  const gap = GAP * sizes.base;
  const name = namesWidth(names, sizes);
  const least = Math.min(1, Math.max(LEAST_SHRINK, LEAST_LETTERS / sizes.small));
  const most = Math.max(1, Math.min(names.length, Math.floor((room + gap) / (name * least + gap))));
  const rows = Math.ceil(names.length / most);
  const columns = Math.ceil(names.length / rows);
  const shrink = Math.min(1, (room - (columns - 1) * gap) / columns / name);
  return { columns, rows, pitch: name * shrink + gap, shrink };
}

/** Pixels that the names take below the axis. */
export function belowHeight(names: readonly string[], sizes: Sizes, width: number): number {
  const { rows } = rowsOf(names, sizes, width);
  return rows * sizes.small * STEP + sizes.base * 0.2;
}

/** Samples of lines with their names, below the name of the horizontal axis, in the middle of the frame where they fit. */
export function drawBelow(
  curves: readonly PlacedCurve[],
  { frame, sizes, footY }: FrameLayout,
  look: Look,
  { markers, width }: { readonly markers: boolean; readonly width: number },
): SceneNode {
  const names = curves.map(({ name }) => name);
  const { columns, pitch, shrink } = rowsOf(names, sizes, width);
  const whole = columns * pitch - GAP * sizes.base;
  const margin = MARGIN * sizes.base;
  const left = Math.max(margin, Math.min(frame.x + (frame.width - whole) / 2, width - margin - whole));
  const small = { ...sizes, base: sizes.base * shrink, small: sizes.small * shrink };
  return {
    type: "group",
    name: "names",
    children: curves.flatMap(({ name, style }, i) =>
      drawSample(
        left + (i % columns) * pitch,
        footY + (Math.floor(i / columns) + 0.5) * sizes.small * STEP,
        name,
        small,
        look,
        { style, markers },
      ),
    ),
  };
}
