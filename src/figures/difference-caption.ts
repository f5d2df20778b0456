import type { ResolvedDifference } from "../spec/difference.ts";
import { CHANNELS_OF } from "../plane/quantity.ts";
import { QUANTITIES } from "../spec/quantities.ts";
import { gradientNote } from "./caption.ts";
import type { DifferenceData } from "./difference-data.ts";
import { scaleNote } from "./scale-note.ts";
import { numberLabel } from "./ticks.ts";

/** What the colours compare, which line is whose, and how many cells have no number. */
export function differenceCaption(figure: ResolvedDifference, data: DifferenceData): string {
  const { a, b, quantity, constantRatio } = data;
  const sentences = [`${colourNote(figure)}${noteOf(figure, data)}.`, `$a$: ${a.name}; $b$: ${b.name}.`];
  if (ofGradient(figure))
    for (const [letter, { loss, on }] of [["a", a] as const, ["b", b] as const])
      if (loss.detaches) sentences.push(`Of $${letter}$ the ${gradientNote(loss, on.gradient)}.`);
  if (constantRatio !== null)
    sentences.push(`$a$ is $${numberLabel(constantRatio)}$ times $b$ in every cell.`);
  if (figure.layers.boundaries) {
    const lines = [
      ...(a.boundary.pieces.length > 0 ? ["Solid line: decision boundary of $a$"] : []),
      ...(b.boundary.pieces.length > 0 ? ["Dashed: decision boundary of $b$"] : []),
    ];
    sentences.push(lines.length > 0 ? `${lines.join(". ")}.` : "No decision boundary in this frame.");
  }
  if (quantity.masked > 0)
    sentences.push(
      `Grey: no finite ${figure.compare} (${quantity.masked} of ${quantity.values.length} nodes).`,
    );
  return sentences.join(" ");
}

function colourNote({ compare, quantity = "loss" }: ResolvedDifference): string {
  if (compare === "angle") return "Colour: angle between the gradients of $a$ and $b$, in degrees";
  const { name } = QUANTITIES[quantity];
  return compare === "ratio" ? `Colour: ${name}, $log_{10} |a / b|$` : `Colour: ${name}, $a − b$`;
}

/** Angles stay as they are: their bar is the half turn. */
const noteOf = ({ compare, look, layers }: ResolvedDifference, data: DifferenceData): string =>
  compare === "angle"
    ? ""
    : scaleNote({
        quantity: data.shown,
        asked: look.scale,
        domain: data.domain,
        values: data.quantity.values,
        bar: layers.legend,
      });

const ofGradient = ({ quantity }: ResolvedDifference): boolean =>
  quantity === undefined ||
  CHANNELS_OF[quantity].some((channel) => !["value", "logValue", "z", "curvature"].includes(channel));
