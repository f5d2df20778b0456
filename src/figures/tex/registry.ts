import type { Outline } from "../scene.ts";
import { keyOf } from "./source.ts";

/** Drawing is synchronous and typesetting is not: what has been typeset is kept here, and found when it is drawn. */
const typeset = new Map<string, Outline>();

/** A page that is open for days forgets the formulae that it has not kept for the longest time. */
const MOST = 2000;

/** Mathematics as one shape; nothing where it has not been typeset. */
export const texOutline = (tex: string): Outline | undefined => typeset.get(keyOf(tex));

export function keepOutline(tex: string, outline: Outline): void {
  const key = keyOf(tex);
  typeset.delete(key);
  typeset.set(key, outline);
  for (const oldest of typeset.keys()) {
    if (typeset.size <= MOST) break;
    typeset.delete(oldest);
  }
}
