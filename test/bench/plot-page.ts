import * as Plot from "@observablehq/plot";
import { plainBoundary, plainLoop } from "./field-plain.ts";

/** The picture of a drag by Observable Plot: field, colours and their legend, isolines, boundary in its casing. */
export function pageTimes(rounds: number): Record<string, number[]> {
  const times: Record<string, number[]> = {};
  for (const n of [512, 1024]) {
    const [value, dSp, dSn] = [0, 1, 2].map(() => new Float64Array(n * n));
    times[`Observable Plot ${n}²`] = Array.from({ length: rounds }, (_, round) => {
      const start = performance.now();
      const m = 0.15 + 0.02 * round;
      plainLoop(n, m, value, dSp, dSn);
      const size = { width: n, height: n };
      const boundary = plainBoundary(m).map(([sn, sp]): [number, number] => [sn * n, sp * n]);
      const marks = [
        Plot.raster(value, size),
        Plot.contour(value, { ...size, thresholds: 8, stroke: "white" }),
        Plot.line(boundary, { stroke: "white", strokeWidth: 3.4 }),
        Plot.line(boundary, { stroke: "black", strokeWidth: 1.5 }),
      ];
      const color = { scheme: "viridis", legend: true } as const;
      document.body.replaceChildren(Plot.plot({ ...size, color, marks }));
      return performance.now() - start;
    });
  }
  return times;
}

Object.assign(globalThis, { pageTimes });
