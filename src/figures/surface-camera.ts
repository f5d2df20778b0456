import type { Camera } from "../spec/surface.ts";
import type { Rectangle } from "./scene.ts";

/**
 * A place in the box: x along the horizontal axis and y along the other one, both from −½ at the axis's start to ½ at
 * its end; h from 0 on the floor to 1 at the top.
 */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly h: number;
}

export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** An orthographic view of the box: straight lines stay straight, parallel ones parallel. */
export interface View {
  readonly toPixel: (place: Place) => Pixel;
  /** Towards the viewer, in units of the box; `up` per height of the box, `level` the length along the floor. */
  readonly toViewer: { readonly x: number; readonly y: number; readonly h: number; readonly level: number };
}

const RADIANS = Math.PI / 180;

/** Right and up of the picture in the directions of the box. */
function directions({ azimuth, elevation }: Camera, boxHeight: number) {
  const [sinA, cosA] = [Math.sin(azimuth * RADIANS), Math.cos(azimuth * RADIANS)];
  const [sinE, cosE] = [Math.sin(elevation * RADIANS), Math.cos(elevation * RADIANS)];
  return {
    right: [-sinA, cosA, 0],
    up: [-sinE * cosA, -sinE * sinA, cosE * boxHeight],
    toViewer: { x: cosE * cosA, y: cosE * sinA, h: sinE / boxHeight, level: cosE },
  } as const;
}

export const CORNERS: readonly Place[] = [0, 1].flatMap((h) =>
  [-0.5, 0.5].flatMap((x) => [-0.5, 0.5].map((y) => ({ x, y, h }))),
);

/** The view in which the box fills `room` as far as its shape allows, times the camera's zoom. */
export function viewOf(camera: Camera, boxHeight: number, room: Rectangle): View {
  const { right, up, toViewer } = directions(camera, boxHeight);
  const across = ({ x, y }: Place): number => right[0] * x + right[1] * y;
  const upwards = ({ x, y, h }: Place): number => up[0] * x + up[1] * y + up[2] * h;
  const [left, rightmost] = ends(CORNERS.map(across));
  const [bottom, top] = ends(CORNERS.map(upwards));
  const scale = camera.zoom * Math.min(room.width / (rightmost - left), room.height / (top - bottom));
  const [middleX, middleY] = [(left + rightmost) / 2, (bottom + top) / 2];
  return {
    toPixel: (place) => ({
      x: room.x + room.width / 2 + scale * (across(place) - middleX),
      y: room.y + room.height / 2 - scale * (upwards(place) - middleY),
    }),
    toViewer,
  };
}

const ends = (numbers: readonly number[]): readonly [number, number] => [
  Math.min(...numbers),
  Math.max(...numbers),
];
