import { arcCurves } from "./arc.ts";
import type { Place } from "./place.ts";

/** A path of the scene in the picture: bp, y up. */
export type Segment =
  | { readonly kind: "move" | "line"; readonly at: Place }
  | { readonly kind: "curve"; readonly controls: readonly [Place, Place]; readonly at: Place }
  | { readonly kind: "circle"; readonly at: Place; readonly radius: number }
  | { readonly kind: "close" };

const ARGUMENTS: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4, A: 7, Z: 0 };
const TOKEN = /[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/g;

/** A whole circle as `disc` writes it. */
const DISC = /M(-?[\d.]+) (-?[\d.]+)a([\d.]+) \3 0 1 0 ([\d.]+) 0a\3 \3 0 1 0 -\4 0Z/g;

/** The segments of SVG path data; `to` moves a point into the picture, where lengths are `scale` times theirs. */
export function segmentsOf(d: string, to: (x: number, y: number) => Place, scale: number): Segment[] {
  const segments: Segment[] = [];
  let rest = 0;
  for (const match of d.matchAll(DISC)) {
    segments.push(...general(d.slice(rest, match.index), to));
    const [x, y, radius] = match.slice(1, 4).map(Number);
    segments.push({ kind: "circle", at: to(x + radius, y), radius: radius * scale });
    rest = match.index + match[0].length;
  }
  return [...segments, ...general(d.slice(rest), to)];
}

function general(d: string, to: (x: number, y: number) => Place): Segment[] {
  const segments: Segment[] = [];
  const tokens: readonly string[] = d.match(TOKEN) ?? [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let command = "";
  for (let i = 0; i < tokens.length;) {
    if (/[A-Za-z]/.test(tokens[i])) command = tokens[i++];
    const upper = command.toUpperCase();
    const count = ARGUMENTS[upper];
    if (count === undefined) throw new Error(`unknown path command: ${command}`);
    const isRelative = command !== upper;
    const [fromX, fromY] = isRelative ? [x, y] : [0, 0];
    const numbers = tokens.slice(i, i + count).map(Number);
    i += count;
    const place = (k: number): [number, number] => [numbers[k] + fromX, numbers[k + 1] + fromY];
    switch (upper) {
      case "M":
        [x, y] = [startX, startY] = place(0);
        segments.push({ kind: "move", at: to(x, y) });
        // what follows without a command is a line
        command = isRelative ? "l" : "L";
        break;
      case "L":
        [x, y] = place(0);
        segments.push({ kind: "line", at: to(x, y) });
        break;
      case "H":
        x = numbers[0] + fromX;
        segments.push({ kind: "line", at: to(x, y) });
        break;
      case "V":
        y = numbers[0] + fromY;
        segments.push({ kind: "line", at: to(x, y) });
        break;
      case "C": {
        const [a, b, end] = [place(0), place(2), place(4)];
        segments.push({ kind: "curve", controls: [to(...a), to(...b)], at: to(...end) });
        [x, y] = end;
        break;
      }
      case "Q": {
        const [control, end] = [place(0), place(2)];
        const third = (from: Place): Place => [
          from[0] + (2 / 3) * (control[0] - from[0]),
          from[1] + (2 / 3) * (control[1] - from[1]),
        ];
        segments.push({ kind: "curve", controls: [to(...third([x, y])), to(...third(end))], at: to(...end) });
        [x, y] = end;
        break;
      }
      case "A": {
        const end = place(5);
        for (const [a, b, at] of arcCurves([x, y], end, numbers))
          segments.push({ kind: "curve", controls: [to(...a), to(...b)], at: to(...at) });
        [x, y] = end;
        break;
      }
      case "Z":
        segments.push({ kind: "close" });
        [x, y] = [startX, startY];
        break;
    }
  }
  return segments;
}
