import type { Point } from "../losses/curves.ts";
import { planePoint } from "../losses/plane-form.ts";
import type { Loss, PlaneForm } from "../losses/types.ts";
import { type LossOnPlane, sampleLoss } from "../plane/engine.ts";
import { channelOf, type Field } from "../plane/field.ts";
import { CHANNELS_OF, finiteRange, quantityNumbers, type QuantityValues } from "../plane/quantity.ts";
import { quantityAt } from "../plane/quantity-at.ts";
import { type Boundary, decisionBoundary } from "../region/boundary.ts";
import type { ComparedLoss, ResolvedDifference } from "../spec/difference.ts";
import { figureLoss } from "../spec/figure-loss.ts";
import { QUANTITIES, type Quantity } from "../spec/quantities.ts";
import type { ColorDomain } from "./color.ts";
import { lookDomain } from "./look-domain.ts";
import { curveNames } from "./curves-names.ts";
import { countsLine } from "./caption.ts";
import { frameOf } from "./guides.ts";
import { angleBetween, comparisonOf, constantRatio } from "./difference-numbers.ts";

/** One of the two losses, with what a figure shows of it. */
export interface Side {
  readonly name: string;
  readonly loss: Loss;
  readonly form: PlaneForm;
  readonly boundary: Boundary;
  readonly on: LossOnPlane;
}

/** Everything that a comparison shows, as numbers. */
export interface DifferenceData {
  readonly a: Side;
  readonly b: Side;
  readonly field: Field;
  readonly quantity: QuantityValues;
  readonly shown: Quantity;
  readonly domain: ColorDomain;
  /** a / b where it is the same in every cell, to 1e-12; null where it is not, and of angles.. */
  readonly constantRatio: number | null;
  /** The two numbers and what the figure shows of them, at one point. */
  readonly at: (point: Point) => { readonly a: number; readonly b: number; readonly value: number };
}

const DEGREES: ColorDomain = { low: 0, high: 180, from: 0, to: 180, below: false, above: false };

/** Samples both losses and compares them cell by cell. */
export function differenceData(figure: ResolvedDifference): DifferenceData {
  const names = sideNames(figure);
  const [a, b] = [sideOf(figure.a, names[0], figure), sideOf(figure.b, names[1], figure)];
  const { compare, quantity } = figure;
  const channels = quantity ? CHANNELS_OF[quantity] : (["dSp", "dSn"] as const);
  const size = { columns: figure.samples, rows: figure.samples, channels };
  const [fieldA, fieldB] = [a, b].map(({ on }) => sampleLoss(on, figure.axes, size));
  const shown = shownQuantity(figure);
  const found = quantity
    ? [fieldA, fieldB].map((field) => quantityNumbers(field, quantity))
    : [fieldA, fieldB].map((field) => channelOf(field, "dSp"));
  const [ofA, ofB] = found;
  const compared = quantity ? comparisonOf(compare, quantity) : undefined;
  const [nA, nB] = quantity ? [ofA, ofB] : [fieldA, fieldB].map((field) => channelOf(field, "dSn"));
  const values = Float64Array.from(ofA, (x, cell) =>
    compared
      ? compared(x, ofB[cell])
      : angleBetween({ dSp: x, dSn: nA[cell] }, { dSp: ofB[cell], dSn: nB[cell] }),
  );
  const ratio = compared ? constantRatio(ofA, ofB) : null;
  const isFlat = ratio !== null && (compare === "ratio" || ratio === 1);
  // what is left of one number everywhere is its rounding, which is not to be seen
  if (isFlat) flatten(values, compare === "ratio" ? Math.log10(Math.abs(ratio)) : 0);
  const range = finiteRange(values);
  const isEmpty = range.masked === values.length;
  const numbers: QuantityValues = { values, ...range, ...(isEmpty && { low: NaN, high: NaN }) };
  return {
    a,
    b,
    field: fieldA,
    quantity: numbers,
    shown,
    domain: compared ? lookDomain(numbers, shown, figure.look) : { ...DEGREES, map: figure.look.sequential },
    constantRatio: ratio,
    at: pointwise(figure, a, b),
  };
}

function flatten(values: Float64Array, level: number): void {
  for (let cell = 0; cell < values.length; cell++) if (Number.isFinite(values[cell])) values[cell] = level;
}

function sideOf({ loss: choice, counts }: ComparedLoss, name: string, { axes }: ResolvedDifference): Side {
  const loss = figureLoss(choice);
  const { params, gradient } = choice;
  return {
    name,
    loss,
    form: loss.plane(params, counts, gradient),
    boundary: decisionBoundary(loss, params, counts, frameOf(axes)),
    on: { loss, params, counts, gradient },
  };
}

/** What tells the two apart: loss, parameters, counts, gradient. */
function sideNames({ a, b }: ResolvedDifference): readonly string[] {
  const sides = [a, b].map((side) => ({ ...side, of: figureLoss(side.loss) }));
  const otherCounts = countsLine(a.counts) !== countsLine(b.counts);
  const otherGradient = a.loss.id === b.loss.id && a.loss.gradient !== b.loss.gradient;
  return curveNames(sides).map((name, i) =>
    sides[i].name !== ""
      ? name
      : [
          name,
          ...(otherCounts ? [countsLine(sides[i].counts)] : []),
          ...(otherGradient ? [sides[i].loss.gradient] : []),
        ].join(", "),
  );
}

/** What the colours mean. */
export function shownQuantity({ compare, quantity = "loss" }: ResolvedDifference): Quantity {
  if (compare === "angle")
    return { label: "angle (°)", name: "angle between the gradients", scale: "sequential" };
  const { label, name } = QUANTITIES[quantity];
  return compare === "ratio"
    ? {
        label: `$log_{10}$ ratio of ${label}`,
        name: `logarithm of the ratio of the ${name}`,
        scale: "diverging",
        logarithm: true,
      }
    : { label: `$Δ$ ${label}`, name: `difference of the ${name}`, scale: "diverging" };
}

function pointwise({ compare, quantity }: ResolvedDifference, a: Side, b: Side): DifferenceData["at"] {
  const [atA, atB] = [a, b].map(({ on }) => quantityAt(on, quantity ?? "direction"));
  if (quantity !== undefined) {
    const compared = comparisonOf(compare, quantity);
    return (point) => {
      const [x, y] = [atA(point), atB(point)];
      return { a: x, b: y, value: compared(x, y) };
    };
  }
  return ({ sn, sp }) => ({
    a: atA({ sn, sp }),
    b: atB({ sn, sp }),
    value: angleBetween(planePoint(a.form, sp, sn), planePoint(b.form, sp, sn)),
  });
}
