import type { Anchors, Reduction } from "../../src/losses/batch-rule.ts";
import type { Params } from "../../src/losses/params.ts";
import type { GradientMode, Loss, SetResult } from "../../src/losses/types.ts";

type Cell = readonly [row: number, column: number];

interface PlainSet {
  readonly positives: readonly Cell[];
  readonly negatives: readonly Cell[];
}

/** A batch cut by plain loops: one set for each anchor, members or not. */
export function plainSets(
  anchors: Anchors,
  labels: readonly number[],
  proxyLabels: readonly number[],
  s: readonly (readonly number[])[],
): PlainSet[] {
  const samples = labels.map((_, i) => i);
  const others = (i: number, same: boolean): Cell[] =>
    samples.filter((j) => j !== i && (labels[j] === labels[i]) === same).map((j) => [i, j]);
  const pairs = samples.flatMap((i) => others(i, true));
  switch (anchors) {
    case "samples":
      return samples.map((i) => ({ positives: others(i, true), negatives: others(i, false) }));
    case "positive-pairs":
      return pairs.map(([i, j]) => ({ positives: [[i, j]], negatives: others(i, false) }));
    case "pair-both-ends":
      return pairs.map(([i, j]) => ({
        positives: [[i, j]],
        negatives: [...others(i, false), ...others(j, false)],
      }));
    case "pair-closer-end":
      return pairs.map(([i, j]) => ({
        positives: [[i, j]],
        negatives: others(i, false).map(([, n]): Cell => (s[j][n] > s[i][n] ? [j, n] : [i, n])),
      }));
    case "class-pairs": {
      const twos = [...new Set(labels)]
        .map((label) => samples.filter((i) => labels[i] === label))
        .filter(({ length }) => length > 1);
      return twos.map(([i, j]) => ({
        positives: [[i, j]],
        negatives: twos.filter(([other]) => other !== i).map(([, n]): Cell => [i, n]),
      }));
    }
    case "pairs": {
      const all = samples.flatMap((i) => samples.filter((j) => j > i).map((j): Cell => [i, j]));
      const same = ([i, j]: Cell) => labels[i] === labels[j];
      return [{ positives: all.filter(same), negatives: all.filter((pair) => !same(pair)) }];
    }
    case "class-weights":
      return samples.map((i) => {
        const cells = proxyLabels.map((_, p): Cell => [i, p]);
        const own = ([, p]: Cell) => proxyLabels[p] === labels[i];
        return { positives: cells.filter(own), negatives: cells.filter((cell) => !own(cell)) };
      });
    case "proxies":
      return proxyLabels.map((label, p) => {
        const cells = samples.map((i): Cell => [i, p]);
        const own = ([i]: Cell) => labels[i] === label;
        return { positives: cells.filter(own), negatives: cells.filter((cell) => !own(cell)) };
      });
  }
}

interface Total {
  value: number;
  divisor: number;
  slopes: number[][];
}

/** The mean that a reduction's words ask for, summed set by set; `needs` as in a batch rule. */
export function plainBatch(
  { loss, params, gradient }: { loss: Loss; params: Params; gradient: GradientMode },
  sets: readonly PlainSet[],
  reduction: Reduction,
  needsBoth: boolean,
  s: readonly (readonly number[])[],
): { value: number; slopes: number[][] } {
  const run = (positives: readonly Cell[], negatives: readonly Cell[]): SetResult => {
    const of = (cells: readonly Cell[]) => cells.map(([i, j]) => s[i][j]);
    return loss.evaluate({ positives: of(positives), negatives: of(negatives) }, params, gradient);
  };
  const empty = (): Total => ({ value: 0, divisor: 0, slopes: s.map((row) => row.map(() => 0)) });
  const add = (total: Total, cells: readonly Cell[], slopes: Float64Array, weight: number) =>
    cells.forEach(([i, j], k) => (total.slopes[i][j] += weight * slopes[k]));
  const [whole, positive, negative] = [empty(), empty(), empty()];
  for (const { positives, negatives } of sets) {
    if (positives.length + negatives.length === 0) continue;
    if (needsBoth && (positives.length === 0 || negatives.length === 0)) continue;
    const result = run(positives, negatives);
    whole.value += result.value;
    add(whole, positives, result.positives, 1);
    add(whole, negatives, result.negatives, 1);
    if (reduction === "mean") whole.divisor += 1;
    if (reduction === "active-anchors") whole.divisor += result.value > 0 ? 1 : 0;
    if (needsBoth) continue;
    for (const [total, cells, other] of [
      [positive, positives, negatives],
      [negative, negatives, positives],
    ] as const) {
      if (cells.length === 0) continue;
      const side = total === positive ? run(cells, []) : run([], cells);
      const { count = 0, active = 0, divisor = 1 } = side.terms ?? {};
      const times = reduction === "active-triplets" ? other.length : 1;
      const weight = reduction === "sides" ? 1 : divisor * times;
      total.value += weight * side.value;
      add(total, cells, total === positive ? side.positives : side.negatives, weight);
      total.divisor += reduction === "sides" ? 1 : reduction === "terms" ? count : active * times;
    }
  }
  const over = (total: Total, divisor: number) => ({
    value: divisor === 0 ? 0 : total.value / divisor,
    slopes: total.slopes.map((row) => row.map((x) => (divisor === 0 ? 0 : x / divisor))),
  });
  const sum = (a: ReturnType<typeof over>, b: ReturnType<typeof over>) => ({
    value: a.value + b.value,
    slopes: a.slopes.map((row, i) => row.map((x, j) => x + b.slopes[i][j])),
  });
  switch (reduction) {
    case "sum":
      return over(whole, 1);
    case "mean":
    case "active-anchors":
      return over(whole, whole.divisor);
    case "anchors":
      return over(whole, sets.length);
    case "sides":
      return sum(over(positive, positive.divisor), over(negative, sets.length));
    case "active-sides":
      return sum(over(positive, positive.divisor), over(negative, negative.divisor));
    default: {
      const both = positive.divisor + negative.divisor;
      return sum(over(positive, both), over(negative, both));
    }
  }
}
