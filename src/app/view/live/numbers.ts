import type { LiveRequest } from "../../../figures/live.ts";
import type { Params } from "../../../losses/params.ts";
import type { Counts } from "../../../losses/types.ts";
import type { ResolvedLandscape } from "../../../spec/landscape.ts";

/** What changes from picture to picture of a drag. */
export interface LiveNumbers {
  readonly params: Params;
  readonly counts: Counts;
}

/** Whether two figures are the same but for the parameters of their loss. */
export const onlyNumbersDiffer = (a: ResolvedLandscape, b: ResolvedLandscape): boolean => rest(a) === rest(b);

/** A figure of a drag is compared with the one before, and then with the next. */
const rests = new WeakMap<ResolvedLandscape, string>();

function rest(figure: ResolvedLandscape): string {
  const known = rests.get(figure);
  if (known !== undefined) return known;
  const { loss, ...others } = figure;
  const text = JSON.stringify({ ...others, counts: undefined, loss: { ...loss, params: undefined } });
  rests.set(figure, text);
  return text;
}

/** What `withNumbers` makes a request of, from the one before; undefined where more has changed. */
export function numbersAfter(before: LiveRequest | undefined, next: LiveRequest): LiveNumbers | undefined {
  if (before?.layout !== next.layout || before.nodes !== next.nodes) return undefined;
  if (!onlyNumbersDiffer(before.figure, next.figure)) return undefined;
  return { params: next.figure.loss.params, counts: next.figure.counts };
}

export const withNumbers = (before: LiveRequest, { params, counts }: LiveNumbers): LiveRequest => ({
  ...before,
  figure: { ...before.figure, counts, loss: { ...before.figure.loss, params } },
});
