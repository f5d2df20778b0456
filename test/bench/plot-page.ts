import * as Plot from "@observablehq/plot";
import { plainLoop } from "./field-plain.ts";

/** The picture of a drag by Observable Plot: field, colours, isolines; what the page of `drag.ts` is compared with. */
export function pageTimes(rounds: number): Record<string, number[]> {
  const times: Record<string, number[]> = {};
  for (const n of [512, 1024]) {
    const [value, dSp, dSn] = [0, 1, 2].map(() => new Float64Array(n * n));
    times[`Observable Plot ${n}²`] = Array.from({ length: rounds }, (_, round) => {
      const start = performance.now();
      plainLoop(n, 0.15 + 0.02 * round, value, dSp, dSn);
      const size = { width: n, height: n };
      const marks = [
        Plot.raster(value, size),
        Plot.contour(value, { ...size, thresholds: 8, stroke: "white" }),
      ];
      document.body.replaceChildren(Plot.plot({ ...size, color: { scheme: "viridis" }, marks }));
      return performance.now() - start;
    });
  }
  return times;
}

Object.assign(globalThis, { pageTimes });
