import { planePoint } from "../losses/plane-form.ts";
import type { DecoupledSide, PlaneForm } from "../losses/types.ts";
import { driftOf, topSlope } from "./drift.ts";
import { type Detail, FINE, measureSets, type Membership, type PlaneSet } from "./measure.ts";
import type { Frame } from "./pieces.ts";

/** What one gradient of a loss does over a frame, as shares of the frame and the places where they lie. */
export interface GradientFacts {
  /** Largest length of (∂_n, ∂_p) on the nodes of a grid; where it grows without end, what 99 in 100 nodes stay below. */
  readonly largest: number;
  readonly unbounded: boolean;
  /** Of `largest`: a gradient no longer than this share of it has all but vanished. */
  readonly tolerance: number;
  /** Both partials are zero, not only small; and one of them. */
  readonly zero: Overlap;
  readonly zeroNegative: PlaneSet;
  readonly zeroPositive: PlaneSet;
  /** No longer than `tolerance` · `largest`, and not zero. */
  readonly tiny: Overlap;
  /** Within 1 % of `largest`. */
  readonly steepest: PlaneSet;
  /** The slope of the link (σ for softplus) is within 1 % of its largest, on each side; null where it has none. */
  readonly saturated: { readonly positive: PlaneSet | null; readonly negative: PlaneSet | null };
  /** ∂_n < 0: negatives are pulled up. */
  readonly pullsNegativesUp: PlaneSet;
  /** ∂_p > 0: positives are pushed down. */
  readonly pushesPositivesDown: PlaneSet;
  /** The gradient has no finite value. */
  readonly undefined: PlaneSet;
}

/** A set, and how it lies to the target region z < 0. */
export interface Overlap extends PlaneSet {
  /** How much of the target region it covers, and how much of it lies there; null where one of them is empty. */
  readonly ofTarget: number | null;
  readonly inTarget: number | null;
}

/** Of the largest length: shorter gradients have all but vanished. */
export const VANISHED = 1e-3;

export interface GradientOptions {
  readonly tolerance?: number;
  readonly detail?: Detail;
}

const BITS = [
  "target",
  "zero",
  "zeroNegative",
  "zeroPositive",
  "tiny",
  "steepest",
  "saturatedPositive",
  "saturatedNegative",
  "pullsNegativesUp",
  "pushesPositivesDown",
  "zeroInTarget",
  "tinyInTarget",
  "undefined",
] as const;
type Bit = (typeof BITS)[number];

const BIT = Object.fromEntries(BITS.map((bit, i) => [bit, 1 << i])) as Readonly<Record<Bit, number>>;

/** Measures a gradient over a frame; pauses often, so that a page can do something else in between. */
export function* gradientFacts(
  form: PlaneForm,
  frame: Frame,
  { tolerance = VANISHED, detail = FINE }: GradientOptions = {},
): Generator<void, GradientFacts> {
  const { largest, unbounded } = yield* largestLength(form, frame, 2 * detail.scan + 1);
  const saturation = saturationOf(form);
  const member = membershipOf(form, largest, tolerance, saturation);
  const sets = yield* measureSets(member, BITS.length, frame, detail);
  const of = (bit: Bit): PlaneSet => sets[BITS.indexOf(bit)];
  const part = (inner: Bit, outer: Bit): number | null =>
    of(outer).share > 0 ? Math.min(1, of(inner).share / of(outer).share) : null;
  const overlap = (set: Bit, inTarget: Bit): Overlap => ({
    ...of(set),
    ofTarget: part(inTarget, "target"),
    inTarget: part(inTarget, set),
  });
  return {
    largest,
    unbounded,
    tolerance,
    zero: overlap("zero", "zeroInTarget"),
    zeroNegative: of("zeroNegative"),
    zeroPositive: of("zeroPositive"),
    tiny: overlap("tiny", "tinyInTarget"),
    steepest: of("steepest"),
    saturated: {
      positive: saturation.positive && of("saturatedPositive"),
      negative: saturation.negative && of("saturatedNegative"),
    },
    pullsNegativesUp: of("pullsNegativesUp"),
    pushesPositivesDown: of("pushesPositivesDown"),
    undefined: of("undefined"),
  };
}

type Saturation = Readonly<Record<"positive" | "negative", ((sn: number, sp: number) => boolean) | null>>;

function membershipOf(
  form: PlaneForm,
  largest: number,
  tolerance: number,
  { positive, negative }: Saturation,
): Membership {
  const drift = driftOf(form);
  const small = tolerance * largest;
  const steep = largest > 0 ? 0.99 * largest : Infinity;
  return (sn, sp) => {
    const { z, dSn, dSp } = planePoint(form, sp, sn);
    const length = Math.sqrt(dSn * dSn + dSp * dSp);
    const inTarget = z < 0;
    const target = inTarget ? BIT.target : 0;
    if (Number.isNaN(length)) return target | BIT.undefined;
    const { n, p } = drift(sn, sp);
    let mask = target;
    if (n === 0) mask |= BIT.zeroNegative;
    if (p === 0) mask |= BIT.zeroPositive;
    if (n === 0 && p === 0) mask |= inTarget ? BIT.zero | BIT.zeroInTarget : BIT.zero;
    else if (length <= small) mask |= inTarget ? BIT.tiny | BIT.tinyInTarget : BIT.tiny;
    if (length >= steep) mask |= BIT.steepest;
    if (n < 0) mask |= BIT.pullsNegativesUp;
    if (p > 0) mask |= BIT.pushesPositivesDown;
    if (length === Infinity) mask |= BIT.undefined;
    if (positive?.(sn, sp)) mask |= BIT.saturatedPositive;
    if (negative?.(sn, sp)) mask |= BIT.saturatedNegative;
    return mask;
  };
}

/** Where the link's slope is within 1 % of its largest. */
function saturationOf(form: PlaneForm): Saturation {
  if (form.coupling === "pointwise") return { positive: null, negative: null };
  if (form.coupling === "coupled") {
    const { positive, negative, link, offset } = form;
    const top = topSlope(link);
    const near =
      top === null
        ? null
        : (sn: number, sp: number): boolean =>
            link.slope(negative.value(sn) - positive.value(sp) + offset) >= 0.99 * top;
    return { positive: near, negative: near };
  }
  const side = ({ link, offset, value }: DecoupledSide, sign: 1 | -1) => {
    const top = topSlope(link);
    return top === null ? null : (s: number): boolean => link.slope(offset + sign * value(s)) >= 0.99 * top;
  };
  const [positive, negative] = [side(form.positive, -1), side(form.negative, 1)];
  return {
    positive: positive && ((_, sp) => positive(sp)),
    negative: negative && ((sn) => negative(sn)),
  };
}

function* largestLength(
  form: PlaneForm,
  { sn, sp }: Frame,
  nodes: number,
): Generator<void, { largest: number; unbounded: boolean }> {
  const on = ([low, high]: readonly [number, number], i: number): number =>
    i === nodes - 1 ? high : low + ((high - low) * i) / (nodes - 1);
  const inner: number[] = [];
  let [onEdges, hasPole] = [0, false];
  for (let row = 0; row < nodes; row++) {
    for (let column = 0; column < nodes; column++) {
      const at = { sn: on(sn, column), sp: on(sp, row) };
      const { dSn, dSp } = planePoint(form, at.sp, at.sn);
      const length = Math.hypot(dSn, dSp);
      hasPole ||= length === Infinity;
      if (!Number.isFinite(length)) continue;
      if (Math.abs(at.sn) === 1 || Math.abs(at.sp) === 1) onEdges = Math.max(onEdges, length);
      else inner.push(length);
    }
    yield;
  }
  inner.sort((a, b) => a - b);
  const top = inner.at(-1) ?? 0;
  if (hasPole || growsBeyond(form, top))
    return { largest: inner[Math.floor(0.99 * (inner.length - 1))] ?? 0, unbounded: true };
  return { largest: Math.max(top, onEdges), unbounded: false };
}

/** A gradient like 1/d or 1/sin θ has its pole on an edge of the plane: asked just beside each of them. */
function growsBeyond(form: PlaneForm, length: number): boolean {
  const near = [-1, 1].map((edge) => edge * (1 - 1e-13));
  const across = [-0.9, -0.4, 0.1, 0.6, 0.9];
  return near.some((edge) =>
    across.some((other) =>
      [planePoint(form, edge, other), planePoint(form, other, edge)].some(
        ({ dSn, dSp }) => Math.hypot(dSn, dSp) > 1e3 * length,
      ),
    ),
  );
}
