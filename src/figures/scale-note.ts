import type { Quantity } from "../spec/quantities.ts";
import type { FigureLook } from "../spec/resolve.ts";
import type { ColorDomain } from "./color.ts";
import { numberLabel } from "./ticks.ts";

export interface Scaled {
  readonly quantity: Pick<Quantity, "scale" | "logarithm">;
  readonly asked: FigureLook["scale"];
  readonly domain: Pick<ColorDomain, "bend">;
  readonly values: ArrayLike<number>;
  /** Whether there is a colour bar. */
  readonly bar: boolean;
}

/**
 * How a caption speaks of the scale of the colours, and why it is not the one that was asked for; nothing of a plain
 * one. A bar shows where a symmetric scale becomes linear, and panels that share it share that number.
 */
export function scaleNote({ quantity, asked, domain: { bend }, values, bar }: Scaled): string {
  if (asked === "linear") return "";
  if (bend?.kind === "log") {
    let count = 0;
    for (let cell = 0; cell < values.length; cell++) if (values[cell] <= 0) count++;
    const least = ` (lowest colour: ${count} of ${values.length} nodes, which are not above 0)`;
    return `, on a logarithmic scale${count > 0 ? least : ""}`;
  }
  if (bend?.kind === "symlog") {
    const why = asked === "log" ? " (signed numbers)" : "";
    const middle = bar
      ? "linear between the innermost marks of its bar"
      : `linear within $±${numberLabel(bend.within)}$`;
    return `, on a logarithmic scale both ways from zero${why}, ${middle}`;
  }
  if (quantity.scale === "cyclic") return ", on a linear scale (directions have no logarithm)";
  if (quantity.logarithm) return ", on a linear scale (it is a logarithm already)";
  return ", on a linear scale (there is nothing to take a logarithm of)";
}
