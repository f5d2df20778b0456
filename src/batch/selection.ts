import { InputError, shown } from "../losses/errors.ts";
import type { CheckedBatch } from "./batch.ts";
import type { Mask } from "./cells.ts";

interface Selection {
  readonly mask?: Mask;
  readonly triplets?: ArrayLike<number>;
}

/** Throws `InputError` where a mask or chosen triplets do not fit the batch. */
export function checkSelection(
  { labels }: CheckedBatch,
  { mask, triplets }: Selection,
  against: "samples" | "proxies",
): void {
  const N = labels.length;
  if (against === "proxies" && (mask ?? triplets) !== undefined)
    throw new InputError(
      "invalid selection: pairs of samples; expected none, since proxies are compared with",
    );
  if (mask !== undefined && mask.length !== N * N)
    throw new InputError(
      `invalid mask: ${mask.length} entries; expected ${N * N}, one for each ordered pair`,
    );
  if (triplets === undefined) return;
  if (triplets.length % 3 !== 0)
    throw new InputError(`invalid triplets: ${triplets.length} numbers; expected three for each triplet`);
  for (let t = 0; t < triplets.length; t++) {
    const sample = triplets[t];
    if (!Number.isInteger(sample) || sample < 0 || sample >= N)
      throw new InputError(`invalid triplets[${t}]: ${shown(sample)}; expected a sample from 0 to ${N - 1}`);
  }
  for (let t = 0; t < triplets.length; t += 3) {
    const [anchor, positive, negative] = [triplets[t], triplets[t + 1], triplets[t + 2]];
    if (anchor === positive || labels[anchor] !== labels[positive] || labels[anchor] === labels[negative]) {
      throw new InputError(
        `invalid triplet ${t / 3}: ${anchor}, ${positive}, ${negative}; expected an anchor, another sample of its class and one of another`,
      );
    }
  }
}
