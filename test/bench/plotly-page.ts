import Plotly from "plotly.js-dist-min";
import { plainLoop } from "./field-plain.ts";

/** The picture of a drag by Plotly, drawn over the one before: field, colours, isolines. */
export async function pageTimes(rounds: number): Promise<Record<string, number[]>> {
  const times: Record<string, number[]> = {};
  const room = document.body.appendChild(document.createElement("div"));
  for (const n of [512, 1024]) {
    const [value, dSp, dSn] = [0, 1, 2].map(() => new Float64Array(n * n));
    const taken: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      plainLoop(n, 0.15 + 0.02 * round, value, dSp, dSn);
      const z = Array.from({ length: n }, (_, row) => value.subarray(row * n, (row + 1) * n));
      const field = { type: "heatmap", z, colorscale: "Viridis", showscale: false };
      const lines = {
        type: "contour",
        z,
        ncontours: 8,
        contours: { coloring: "none" },
        line: { color: "white" },
        showscale: false,
      };
      await Plotly.react(room, [field, lines], { width: n, height: n }, { staticPlot: true });
      taken.push(performance.now() - start);
    }
    times[`Plotly ${n}²`] = taken;
  }
  return times;
}

Object.assign(globalThis, { pageTimes });
