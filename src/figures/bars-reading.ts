import type { Facts } from "./prepared.ts";
import { type ReadAt, row, within } from "./reading.ts";

interface Bar {
  readonly name: string;
  readonly height: number;
  readonly facts: Facts;
}

/** The case whose bar stands under a place. */
export const barsReader =
  (bars: readonly Bar[], of: string): ReadAt =>
  ({ frame }, x, y) => {
    const inside = within(frame, x, y);
    const slot = frame.width / bars.length;
    const i = Math.min(bars.length - 1, Math.floor((inside.x - frame.x) / slot));
    const { name, height, facts } = bars[i];
    return {
      frame,
      at: { x: frame.x + (i + 0.5) * slot, y: inside.y },
      rows: [
        row("case", "case", name),
        row("similarity", "similarity $s$", Number(facts.similarity)),
        row("height", of, height),
      ],
    };
  };
