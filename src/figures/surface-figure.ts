import { pieceAt } from "../region/pieces.ts";
import type { Boundary } from "../region/boundary.ts";
import type { ResolvedSurface } from "../spec/surface.ts";
import { pairFacts } from "./pair-facts.ts";
import type { Facts, Prepared } from "./prepared.ts";
import { remembered } from "./remembered.ts";
import { drawSurface } from "./surface.ts";
import { surfaceCaption } from "./surface-caption.ts";
import { type Extreme, type Marked, surfaceData, type SurfaceData } from "./surface-data.ts";
import { surfaceReaders } from "./surface-reading.ts";
import { surfaceTable } from "./surface-table.ts";

/** As many as stand in one figure; the same from wherever they are seen. */
const dataOf = remembered(24, surfaceData, (figure) => ({
  ...figure,
  camera: undefined,
  size: undefined,
  theme: undefined,
  title: undefined,
  words: undefined,
}));

/** A surface with its numbers: its extremes, its height at every marked point and reading, and its boundary. */
export function prepareSurface(figure: ResolvedSurface): Prepared {
  const data = dataOf(figure);
  return {
    colours: { quantity: data.colouring, domain: data.domain },
    caption: surfaceCaption(figure, data),
    draw: (how) => drawSurface(figure, data, how),
    ...surfaceReaders(figure, data),
    facts: () => factsOf(figure, data),
    table: () => surfaceTable(figure, data),
  };
}

function factsOf(figure: ResolvedSurface, data: SurfaceData): Facts {
  const { form, boundaries, grid, mesh } = data;
  const marks = (marked: readonly Marked[]): Facts =>
    Object.fromEntries(
      marked.flatMap(({ name, point, height }) =>
        point === null ? [] : [[name, { height, ...pairFacts(form, point) }]],
      ),
    );
  return {
    loss: data.loss.id,
    gradient: figure.loss.gradient,
    quantity: figure.quantity,
    colour: figure.colour,
    transform: figure.transform,
    heightScale: figure.heightScale,
    divisor: data.divisor,
    axis: [...grid.range],
    lowest: extremeFacts(data.lowest),
    highest: extremeFacts(data.highest),
    quads: mesh.cells.length,
    leftOut: mesh.left,
    masked: data.masked,
    cut: data.cut,
    points: marks(data.points),
    readings: marks(data.readings),
    boundary: {
      origin: boundaries.unit.origin,
      at: figure.boundaryAt.map((sn) => ({ sn, sp: levelsAt(boundaries.unit, sn) })),
    },
  };
}

const extremeFacts = (extreme: Extreme | null): Facts | null =>
  extreme && { height: extreme.height, sn: extreme.sn, sp: extreme.sp };

/** The s_p of the boundary at one s_n, in rising order; empty where it has none in the figure. */
function levelsAt({ pieces }: Boundary, sn: number): number[] {
  const found = pieces.flatMap((piece) => {
    const at = pieceAt(piece, sn);
    return at === null ? [] : [at.sp];
  });
  const rising = found.toSorted((a, b) => a - b);
  return rising.filter((sp, i) => i === 0 || sp - rising[i - 1] > 1e-9);
}
