import { planePoint } from "../losses/plane-form.ts";
import { placed, type PlacedAxis, similarityAt } from "../plane/axis.ts";
import { inWords } from "../region/words.ts";
import { chosenLoss } from "../spec/figure-loss.ts";
import type { ResolvedLandscape } from "../spec/landscape.ts";

/** What a loss is at one pair. */
export interface Reading {
  readonly sn: number;
  readonly sp: number;
  readonly value: number;
  readonly dSp: number;
  readonly dSn: number;
}

/** Reads a landscape at parts of its frame, from the left and from the bottom. */
export function readerOf(figure: ResolvedLandscape): (across: number, up: number) => Reading {
  const { loss, params, gradient } = chosenLoss(figure.loss);
  const form = loss.plane(params, figure.counts, gradient);
  const { horizontal, vertical } = placed(figure.axes);
  const similarity = ({ unit, range: [start, end] }: PlacedAxis, part: number): number =>
    similarityAt(unit, start + part * (end - start));
  return (across, up) => {
    const [x, y] = [similarity(horizontal, across), similarity(vertical, up)];
    const [sn, sp] = horizontal.similarity === "negative" ? [x, y] : [y, x];
    const { value, dSp, dSn } = planePoint(form, sp, sn);
    return { sn, sp, value, dSp, dSn };
  };
}

/** The rows of a read-out, mathematics between dollar signs. */
export const READING_LABELS: Readonly<Record<keyof Reading, string>> = {
  sn: "$s_n$",
  sp: "$s_p$",
  value: "loss $ℒ$",
  dSp: "$∂ℒ/∂s_p$",
  dSn: "$∂ℒ/∂s_n$",
};

export const READING_KEYS = Object.keys(READING_LABELS) as readonly (keyof Reading)[];

export const spoken = ({ sn, sp, value, dSp, dSn }: Reading): string =>
  `s n ${inWords(sn)}, s p ${inWords(sp)}: loss ${inWords(value)}, positive gradient ${inWords(dSp)}, negative gradient ${inWords(dSn)}.`;
