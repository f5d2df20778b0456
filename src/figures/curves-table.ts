import type { ResolvedCurves } from "../spec/curves-resolved.ts";
import { drawLabel } from "./curves-names.ts";
import type { CurveFunction } from "./curves-functions.ts";
import type { SampledCurve } from "./curves-sample.ts";
import { numbers, type Table, words } from "./figure-table.ts";
import { plainLabel } from "./label.ts";

const ACROSS: Readonly<Record<ResolvedCurves["x"]["of"], string>> = {
  cosine: "cosine similarity",
  radians: "angle in radians",
  degrees: "angle in degrees",
  chord: "distance of unit embeddings",
  line: "way along the line, 0 to 1 from its start to its end",
};

/** The points that every curve is drawn through, on linear axes; a new piece begins behind a jump or a gap. */
export function curvesTable(
  { x }: ResolvedCurves,
  functions: readonly CurveFunction[],
  sampled: readonly SampledCurve[],
): Table {
  const [names, pieces, xs, ys]: [string[], number[], number[], number[]] = [[], [], [], []];
  sampled.forEach(({ stretches }, i) => {
    const name = plainLabel(functions[i].name);
    stretches.forEach((points, piece) => {
      for (let at = 0; at < points.length; at += 2) {
        names.push(name);
        pieces.push(piece + 1);
        xs.push(points[at]);
        ys.push(points[at + 1]);
      }
    });
  });
  const shown = [...new Set(functions.map(({ curve }) => plainLabel(drawLabel(curve.draw))))];
  return {
    columns: [
      words("curve", "name of the curve", names),
      numbers("piece", "number of the unbroken stretch, from 1", pieces),
      numbers("x", ACROSS[x.of], xs),
      numbers("y", shown.join("; "), ys),
    ],
  };
}
