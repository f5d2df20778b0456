import { sideOf } from "../spec/curves-checks.ts";
import type { CurveAxis, ResolvedCurves, ResolvedDraw } from "../spec/curves-resolved.ts";
import type { AxisView } from "./axes.ts";
import { drawLabel } from "./curves-names.ts";
import { LARGEST } from "./ends.ts";
import { axisTicks, numberLabel, numberTicks, type Tick } from "./ticks.ts";

/** The similarity that moves along x; undefined where the curves do not agree. */
function movingSide(draws: readonly ResolvedDraw[]): "p" | "n" | undefined {
  const sides = new Set(
    draws.map((draw) =>
      draw.of === "slice"
        ? draw.fixed && "sn" in draw.fixed
          ? "p"
          : "n"
        : sideOf(draw) === "positive"
          ? "p"
          : "n",
    ),
  );
  return sides.size === 1 ? [...sides][0] : undefined;
}

const NAMES = { p: " to the positive", n: " to the negative" } as const;
const KINDS = { p: "positive similarity", n: "negative similarity" } as const;

/** What x is, with its symbol where it has one. */
export function acrossLabel({ x }: ResolvedCurves, draws: readonly ResolvedDraw[]): string {
  if (x.label !== "") return x.label;
  const side = movingSide(draws);
  const sub = side === undefined ? "" : `_${side}`;
  switch (x.of) {
    case "cosine":
      return side === undefined ? "similarity $s$" : `${KINDS[side]} $s${sub}$`;
    case "radians":
    case "degrees":
      return `angle${side === undefined ? "" : NAMES[side]} $θ${sub}$`;
    case "chord":
      return `distance${side === undefined ? "" : NAMES[side]} $d${sub}$`;
    case "line": {
      const lines = new Set(
        draws.map((draw) => {
          if (draw.of !== "slice" || draw.line === undefined) return "";
          const { from, to } = draw.line;
          return ` from (${numberLabel(from.sn)}, ${numberLabel(from.sp)}) to (${numberLabel(to.sn)}, ${numberLabel(to.sp)})`;
        }),
      );
      return lines.size === 1 ? `way in $(s_n, s_p)$${[...lines][0]}` : "way along each line";
    }
  }
}

/** Wide frames have room for more degrees, and multiples of π/4 say more than those of π/8. */
const DENSITY: Partial<Record<CurveAxis, number>> = { degrees: 1.4, radians: 0.7 };

export function acrossView(figure: ResolvedCurves, draws: readonly ResolvedDraw[]): AxisView {
  const { of, range } = figure.x;
  return {
    range,
    label: acrossLabel(figure, draws),
    ticks: (count) =>
      of === "line" ? numberTicks(range, count) : axisTicks({ unit: of, range }, count * (DENSITY[of] ?? 1)),
  };
}

/** What stands beside y unless the figure says it: what the curves show, where they agree on it. */
export function upLabel({ y }: ResolvedCurves, draws: readonly ResolvedDraw[]): string {
  if (y.label !== "") return y.label;
  const labels = [...new Set(draws.map(drawLabel))];
  return labels.length <= 2 ? labels.join(" and ") : "value";
}

/** What is drawn of a value: itself, or its decimal logarithm. NaN, not drawn, where there is none. */
export const scaled = (scale: ResolvedCurves["y"]["scale"], y: number): number =>
  scale === "linear" ? y : y > 0 ? Math.log10(y) : NaN;

const MOST_DECADES = 12;

/** From the lowest to the highest drawn number with a little air; the asked range, where one is asked. */
export function upRange({ y }: ResolvedCurves, drawn: readonly number[]): readonly [number, number] {
  if (y.range) return [scaled(y.scale, y.range[0]), scaled(y.scale, y.range[1])];
  let low = Infinity;
  let high = -Infinity;
  for (const each of drawn) {
    if (each < low) low = each;
    if (each > high) high = each;
  }
  if (!(Math.max(-low, high) >= 1 / LARGEST)) return [0, 1];
  if (y.scale === "log") low = Math.max(low, high - MOST_DECADES);
  const air = (high - low) * 0.06 || Math.abs(high) * 0.1 || 1;
  return [low === 0 ? 0 : low - air, high === 0 ? 0 : high + air];
}

/** y from `range`, which is in logarithms on a logarithmic axis. */
export const upView = (
  scale: ResolvedCurves["y"]["scale"],
  range: readonly [number, number],
  label: string,
): AxisView => ({
  range,
  label,
  ticks: (count) => (scale === "linear" ? numberTicks(range, count) : logTicks(range, count)),
});

/** Powers of ten, every one or every so many; 1, 2, 5 between them on short ranges; plain numbers on shorter ones. */
export function logTicks([start, end]: readonly [number, number], count: number): Tick[] {
  const [low, high] = [Math.min(start, end), Math.max(start, end)];
  const every = Math.max(1, Math.ceil((high - low) / Math.max(1, count)));
  const tens: Tick[] = [];
  for (let k = Math.ceil(low / every - 1e-9) * every; k <= high + 1e-9; k += every)
    tens.push({ at: k, label: powerLabel(k) });
  if (tens.length >= 3) return tens;
  const finer: Tick[] = [];
  for (let k = Math.floor(low); k <= high; k++)
    for (const times of [1, 2, 5]) {
      const at = k + Math.log10(times);
      if (at >= low - 1e-9 && at <= high + 1e-9) finer.push({ at, label: numberLabel(times * 10 ** k) });
    }
  if (finer.length >= 2) return finer;
  return numberTicks([10 ** low, 10 ** high], count)
    .map(({ at, label }) => ({ at: Math.log10(at), label }))
    .filter(({ at }) => Number.isFinite(at));
}

/** 0.01, 0.1, 1, 10, 100; 10ᵏ beyond. */
const powerLabel = (k: number): string =>
  Math.abs(k) <= 2 ? numberLabel(Number(`1e${k}`)) : `$10^{${numberLabel(k)}}$`;
