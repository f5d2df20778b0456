/** Colours by the eye: IEC 61966-2-1, CIE 1976 under D65, contrast of WCAG 2.2. */

type Bytes = readonly number[];

const light = (bytes: Bytes): number[] =>
  bytes.map((byte) => {
    const c = byte / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });

export function luminance(bytes: Bytes): number {
  const [r, g, b] = light(bytes);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const curve = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);

export const lightness = (bytes: Bytes): number => 116 * curve(luminance(bytes)) - 16;

export function lab(bytes: Bytes): readonly [number, number, number] {
  const [r, g, b] = light(bytes);
  const x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = curve(luminance(bytes));
  const z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** ΔE of 1976: 2.3 is about as little as is noticed. */
export function difference(a: Bytes, b: Bytes): number {
  const [p, q] = [lab(a), lab(b)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

export function contrast(a: Bytes, b: Bytes): number {
  const [dark, bright] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
}

export const bytesOf = (color: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));

/** What is seen of a colour that lets a part of the one under it through. */
export const over = (top: Bytes, opacity: number, under: Bytes): number[] =>
  top.map((byte, i) => opacity * byte + (1 - opacity) * under[i]);
