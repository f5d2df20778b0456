import { isBitmap } from "./surface-raster.ts";
import { scaleNote } from "./scale-note.ts";
import { CHANNELS_OF } from "../plane/quantity.ts";
import { QUANTITIES, type QuantityId } from "../spec/quantities.ts";
import type { ResolvedSurface } from "../spec/surface.ts";
import { countsLine, gradientNote } from "./caption.ts";
import type { SurfaceData } from "./surface-data.ts";
import { heightName } from "./surface-labels.ts";
import { numberLabel } from "./ticks.ts";

/** What every mark of a surface means, with mathematics between dollar signs. */
export function surfaceCaption(figure: ResolvedSurface, data: SurfaceData): string {
  const { quantity, colour, layers, curves, words, look, palette } = figure;
  if (words.caption) return words.caption;
  const note = (of: QuantityId): string =>
    ofGradient(of) && data.loss.detaches ? `, ${gradientNote(data.loss, figure.loss.gradient)}` : "";
  const height = `${heightName(figure)}${note(quantity)}`;
  const scale =
    palette === "quantity"
      ? scaleNote({
          quantity: data.colouring,
          asked: look.scale,
          domain: data.domain,
          values: data.grid.colours,
          bar: layers.legend,
        })
      : "";
  const sentences =
    colour === quantity
      ? [`Height and colour: ${height}${scale}.`]
      : [`Height: ${height}.`, `Colour: ${QUANTITIES[colour].name}${note(colour)}${scale}.`];
  if (isBitmap(figure.samples))
    sentences.push(`The surface is a bitmap under its lines: ${figure.samples} × ${figure.samples} quads.`);
  if (layers.floor === "bands") sentences.push("Floor: the colours in bands.");
  const drawn = (["positive", "negative"] as const).filter((side) => curves[side].length > 0);
  if (drawn.length > 0)
    sentences.push(`Dark curves: ${drawn.map((side) => curvesNote(side, curves[side])).join(" and ")}.`);
  sentences.push(...boundaryNotes(figure, data));
  if (figure.points.length > 0 && layers.drops) sentences.push("Crosses: the marked points on the floor.");
  if (data.mesh.left > 0)
    sentences.push(
      `Left out: ${data.mesh.left} of ${data.mesh.cells.length} quads, without a finite height at a corner.`,
    );
  if (data.cut > 0)
    sentences.push(`Cut at the ends of the height axis: ${data.cut} of ${data.grid.heights.length} nodes.`);
  return sentences.join(" ");
}

/** Whether a quantity is made of derivatives: then a figure says which gradient it shows. */
const ofGradient = (quantity: QuantityId): boolean =>
  CHANNELS_OF[quantity].some((channel) => !["value", "logValue", "z", "curvature"].includes(channel));

const curvesNote = (side: "positive" | "negative", values: readonly number[]): string =>
  `constant $s_${side === "positive" ? "p" : "n"} = ${values.map(numberLabel).join(", ")}$`;

function boundaryNotes({ layers, counts }: ResolvedSurface, { boundaries, lines }: SurfaceData): string[] {
  if (layers.boundary === "none") return [];
  const shown = (name: string): boolean => lines.some((line) => line.name === name);
  const notes = [
    ...(shown("boundary") ? ["White dashed: decision boundary for $K = L = 1$."] : []),
    ...(shown("boundary-counts") ? [`White dotted: decision boundary for ${countsLine(counts)}.`] : []),
  ];
  if (notes.length > 0) return notes;
  return [
    boundaries.unit.origin === "none" ? "No decision boundary." : "No decision boundary in this frame.",
  ];
}
