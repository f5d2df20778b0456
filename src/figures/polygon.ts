/** Closed outlines as x0, y0, x1, y1 …: the area, above 0 where x runs to y in the shorter turn. */
export function areaOf(points: readonly number[]): number {
  let twice = 0;
  for (let i = 0; i < points.length; i += 2) {
    const next = (i + 2) % points.length;
    twice += points[i] * points[next + 1] - points[next] * points[i + 1];
  }
  return twice / 2;
}

/** The same outline the other way round. */
export function backwards(points: readonly number[]): number[] {
  const turned: number[] = [];
  for (let i = points.length - 2; i >= 0; i -= 2) turned.push(points[i], points[i + 1]);
  return turned;
}

/** Whether a point lies in an outline. */
export function isInside(x: number, y: number, points: readonly number[]): boolean {
  let inside = false;
  for (let i = 0; i < points.length; i += 2) {
    const k = (i + 2) % points.length;
    const [x0, y0, x1, y1] = [points[i], points[i + 1], points[k], points[k + 1]];
    if (y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) inside = !inside;
  }
  return inside;
}
