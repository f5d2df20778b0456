import type { PlacedCurve } from "./curves-lines.ts";
import type { VenueId } from "../spec/venues.ts";
import { drawSample, namesWidth } from "./curves-ends.ts";
import type { FrameLayout, FrameOptions } from "./frame.ts";
import { belowHeight, drawBelow } from "./key-below.ts";
import { rectangle } from "./path.ts";
import type { DrawOptions } from "./prepared.ts";
import type { Rectangle, SceneNode } from "./scene.ts";
import type { Look } from "./theme.ts";

/** A place in the frame, and how many points of the curves it hides. */
interface Place extends Rectangle {
  readonly hidden: number;
}

/** Where in the frame a key hides least of the curves, in a corner if it can; undefined where it is too large for it. */
function keyPlace(curves: readonly PlacedCurve[], { frame, sizes }: FrameLayout): Place | undefined {
  const pad = sizes.base * 0.6;
  const width = 2 * pad + widthOfNames(curves, sizes);
  const height = curves.length * stepOf(sizes) + pad;
  if (width > MOST_OF_FRAME * frame.width || height > MOST_OF_FRAME * frame.height) return undefined;
  const [left, right] = [frame.x + pad, frame.x + frame.width - pad - width];
  const [top, bottom] = [frame.y + pad, frame.y + frame.height - pad - height];
  const [centre, middle] = [(left + right) / 2, (top + bottom) / 2];
  const places = [
    [right, top],
    [left, top],
    [right, bottom],
    [left, bottom],
    [right, middle],
    [left, middle],
    [centre, top],
    [centre, bottom],
  ].map(([x, y]) => ({ x, y, width, height, hidden: pointsIn(curves, { x, y, width, height }) }));
  return places.reduce((best, place) => (place.hidden < best.hidden ? place : best));
}

const MOST_OF_FRAME = 0.9;
const stepOf = ({ small }: FrameLayout["sizes"]): number => small * 1.4;
const widthOfNames = (curves: readonly PlacedCurve[], sizes: FrameLayout["sizes"]): number =>
  namesWidth(
    curves.map(({ name }) => name),
    sizes,
  );

/** A frame lower than this, in sizes of the type, shows nothing: there the key stands in it, over the curves. */
const LEAST_FRAME = 7;

/** The part of the curves that a key may hide on a screen, where a frame that jumps while it is played with is worse. */
const MOST_ON_SCREEN = 0.1;

/** Where a figure with a key stands. */
export interface KeyRoom {
  /** Whether it may be higher for it. */
  readonly grows: boolean;
  /** A panel is made higher by the larger figure. */
  readonly isPanel: boolean;
  readonly onScreen: boolean;
  readonly isBelow: boolean;
}

export const keyRoom = (venue: VenueId, how: DrawOptions, isFree: boolean): KeyRoom => ({
  grows: how.size === undefined && isFree,
  isPanel: how.bare ?? false,
  onScreen: venue === "none" && !how.bare,
  isBelow: how.keyBelow ?? false,
});

/** The figure with room below the axis for a key that would hide points of the curves in the frame. */
export function withKey(
  options: FrameOptions,
  curves: readonly PlacedCurve[],
  layout: FrameLayout,
  { grows, isPanel, onScreen, isBelow }: KeyRoom,
): FrameOptions {
  const { size } = options;
  const { frame, sizes } = layout;
  const place = keyPlace(curves, layout);
  const most = onScreen ? MOST_ON_SCREEN * pointsIn(curves, frame) : 0;
  if (!isBelow && place !== undefined && place.hidden <= most) return options;
  const names = curves.map(({ name }) => name);
  const foot = belowHeight(names, sizes, size.width);
  if (grows) return { ...options, foot, size: { ...size, height: size.height + foot } };
  const isLow = !isPanel && frame.height - foot < LEAST_FRAME * sizes.base;
  return isLow && place !== undefined ? options : { ...options, foot };
}

/** The names of lines: below the axis where there is room for them, else in the frame, where they hide least. */
export function drawKey(
  curves: readonly PlacedCurve[],
  { foot, size }: FrameOptions,
  layout: FrameLayout,
  look: Look,
  markers: boolean,
): SceneNode[] {
  if (foot) return [drawBelow(curves, layout, look, { markers, width: size.width })];
  const place = keyPlace(curves, layout);
  return place ? [drawInside(curves, place, layout.sizes, look, markers)] : [];
}

function drawInside(
  curves: readonly PlacedCurve[],
  { x, y, width, height }: Rectangle,
  sizes: FrameLayout["sizes"],
  look: Look,
  markers: boolean,
): SceneNode {
  const pad = sizes.base * 0.6;
  const step = stepOf(sizes);
  return {
    type: "group",
    name: "names",
    children: [
      {
        type: "path",
        d: rectangle(x, y, width, height),
        fill: look.background,
        fillOpacity: 0.88,
        stroke: { color: look.soft, width: 0.6 * look.weight, opacity: 0.6 },
      },
      ...curves.flatMap(({ name, style }, i) =>
        drawSample(x + pad, y + pad / 2 + (i + 0.5) * step, name, sizes, look, { style, markers }),
      ),
    ],
  };
}

const PROBES = 8;

/** How many of the points along the curves, and between them, lie in a box. */
function pointsIn(curves: readonly PlacedCurve[], { x, y, width, height }: Rectangle): number {
  let count = 0;
  for (const { stretches } of curves)
    for (const points of stretches)
      for (let i = 0; i + 3 < points.length; i += 2)
        for (let k = 0; k < PROBES; k++) {
          const [px, py] = [0, 1].map(
            (side) => points[i + side] + ((points[i + side + 2] - points[i + side]) * k) / PROBES,
          );
          if (px > x && px < x + width && py > y && py < y + height) count++;
        }
  return count;
}
