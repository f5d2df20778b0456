import Plotly from "plotly.js-dist-min";
import { plainBoundary, plainLoop } from "./field-plain.ts";

/** The picture of a drag by Plotly, drawn over the one before: as `plot-page.ts` has it. */
export async function pageTimes(rounds: number): Promise<Record<string, number[]>> {
  const times: Record<string, number[]> = {};
  const room = document.body.appendChild(document.createElement("div"));
  for (const n of [512, 1024]) {
    const [value, dSp, dSn] = [0, 1, 2].map(() => new Float64Array(n * n));
    const taken: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      const m = 0.15 + 0.02 * round;
      plainLoop(n, m, value, dSp, dSn);
      const z = Array.from({ length: n }, (_, row) => value.subarray(row * n, (row + 1) * n));
      const field = { type: "heatmap", z, colorscale: "Viridis" };
      const lines = {
        type: "contour",
        z,
        ncontours: 8,
        contours: { coloring: "none" },
        line: { color: "white" },
        showscale: false,
      };
      const [x, y] = [0, 1].map((axis) => plainBoundary(m).map((point) => point[axis] * (n - 1)));
      const line = { type: "scatter", mode: "lines", x, y, showlegend: false };
      const casing = { ...line, line: { color: "white", width: 3.4 } };
      const boundary = { ...line, line: { color: "black", width: 1.5 } };
      await Plotly.react(
        room,
        [field, lines, casing, boundary],
        { width: n, height: n },
        { staticPlot: true },
      );
      taken.push(performance.now() - start);
    }
    times[`Plotly ${n}²`] = taken;
  }
  return times;
}

Object.assign(globalThis, { pageTimes });
