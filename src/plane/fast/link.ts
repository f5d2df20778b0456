import type { FusedLink } from "../../kernels/fused.ts";
import { halfSquaredHinge, hinge, identity, softplusLink } from "../../losses/links.ts";
import type { Link } from "../../losses/types.ts";

/** A link that the fast engines know, plus a constant (MagFace's regulariser). */
export interface KnownLink {
  readonly name: FusedLink;
  readonly constant: number;
}

const KNOWN: readonly (readonly [FusedLink, Link])[] = [
  ["softplus", softplusLink],
  ["hinge", hinge],
  ["halfSquaredHinge", halfSquaredHinge],
  ["identity", identity],
];

/** What the link is, by its formula, or by its slope and a constant; undefined: one of another kind. */
export function knownLink(link: Link): KnownLink | undefined {
  for (const [name, known] of KNOWN) if (link.formula === known.formula) return { name, constant: 0 };
  if (link.slope !== softplusLink.slope) return undefined;
  // softplus itself is 0 there
  return { name: "softplus", constant: link.value(-Infinity) };
}
