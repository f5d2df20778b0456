/** Radians from the middle of the panel to its nearer edges, times two: the panel shows most of a half sphere. */
const SPAN = 2.4;
const MIDDLE = { u: 0.5, v: 0.45 };

export type UnitVector = readonly [x: number, y: number, z: number];

/** The unit vector of a place in the panel: distances and directions from its middle are those of the sphere. */
export function onSphere([u, v]: readonly [number, number]): UnitVector {
  const x = SPAN * (u - MIDDLE.u);
  const y = SPAN * (MIDDLE.v - v);
  const angle = Math.hypot(x, y);
  if (angle === 0) return [0, 0, 1];
  const part = Math.sin(angle) / angle;
  return [x * part, y * part, Math.cos(angle)];
}

/** The cosine between two unit vectors; rounding cannot carry it beyond ±1. */
export const cosineOf = (a: UnitVector, b: UnitVector): number =>
  Math.min(1, Math.max(-1, a[0] * b[0] + a[1] * b[1] + a[2] * b[2]));
