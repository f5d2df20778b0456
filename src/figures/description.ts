import { plainLabel } from "./label.ts";

/** The labels of a figure as sentences for who does not see it, without those that are empty. */
export function described(head: readonly string[], caption: string): string {
  const [heading, rest] = [head.filter(Boolean).join(": "), caption].map(plainLabel);
  return [ENDED.test(heading) ? heading : `${heading}.`, rest]
    .filter((words) => !NOTHING.test(words))
    .join(" ");
}

const ENDED = /[.?!…]$/;
const NOTHING = /^\.?$/;
