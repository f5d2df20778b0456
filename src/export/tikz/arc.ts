import type { Place } from "./place.ts";

/**
 * An arc of an ellipse as cubic curves of at most a quarter each, within 3e-4 of its radius. `numbers` are those of
 * SVG's A: both radii, the turn of the axes in degrees, large or small, clockwise or not.
 */
export function arcCurves(
  [x1, y1]: Place,
  [x2, y2]: Place,
  [givenX, givenY, turn, isLarge, isClockwise]: readonly number[],
): (readonly [Place, Place, Place])[] {
  let [rx, ry] = [Math.abs(givenX), Math.abs(givenY)];
  if (x1 === x2 && y1 === y2) return [];
  if (rx === 0 || ry === 0)
    return [
      [
        [x1, y1],
        [x2, y2],
        [x2, y2],
      ],
    ];
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const [halfX, halfY] = [(x1 - x2) / 2, (y1 - y2) / 2];
  const [px, py] = [cos * halfX + sin * halfY, cos * halfY - sin * halfX];
  // radii that do not reach are made to
  const reach = Math.max(1, Math.hypot(px / rx, py / ry));
  [rx, ry] = [rx * reach, ry * reach];
  const spare = Math.max(0, (rx * ry) ** 2 / ((rx * py) ** 2 + (ry * px) ** 2) - 1);
  const offset = Math.sqrt(spare) * (isLarge === isClockwise ? -1 : 1);
  const [cx, cy] = [(offset * rx * py) / ry, (-offset * ry * px) / rx];
  const start = Math.atan2((py - cy) / ry, (px - cx) / rx);
  const end = Math.atan2((-py - cy) / ry, (-px - cx) / rx);
  let sweep = end - start;
  if (isClockwise === 1 && sweep < 0) sweep += 2 * Math.PI;
  if (isClockwise === 0 && sweep > 0) sweep -= 2 * Math.PI;
  const place = (u: number, v: number): Place => [
    cos * (cx + rx * u) - sin * (cy + ry * v) + (x1 + x2) / 2,
    sin * (cx + rx * u) + cos * (cy + ry * v) + (y1 + y2) / 2,
  ];
  const count = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9));
  const step = sweep / count;
  const handle = (4 / 3) * Math.tan(step / 4);
  return Array.from({ length: count }, (_, i) => {
    const [a, b] = [start + i * step, start + (i + 1) * step];
    return [
      place(Math.cos(a) - handle * Math.sin(a), Math.sin(a) + handle * Math.cos(a)),
      place(Math.cos(b) + handle * Math.sin(b), Math.sin(b) - handle * Math.cos(b)),
      i === count - 1 ? ([x2, y2] as const) : place(Math.cos(b), Math.sin(b)),
    ] as const;
  });
}
