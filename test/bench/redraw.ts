import { type DrawnFigure, drawFigure } from "../../src/export/figure.ts";
import { toSvg } from "../../src/export/svg.ts";
import { drawLandscape, landscapeData } from "../../src/figures/landscape.ts";
import { PRESETS } from "../../src/spec/presets.ts";
import { resolveFigure } from "../../src/spec/resolve.ts";
import type { FigureSpec } from "../../src/spec/schema.ts";
import { redrawsInBrowser } from "./browser.ts";
import { table, timeInTurn, type Timing } from "./timing.ts";

const SAMPLES = 256;
const ROUNDS = 200;
const WARM_UP = 40;

/** The figure while somebody drags m: never the same twice in a row. */
const dragged = (round: number): FigureSpec => ({
  ...PRESETS["circle-region"].spec,
  samples: SAMPLES,
  loss: { id: "circle", params: { gamma: 256, margin: 0.15 + 0.002 * (Math.abs(round) % 100) } },
});

const value = new Float64Array(SAMPLES ** 2);
const dSp = new Float64Array(SAMPLES ** 2);
const dSn = new Float64Array(SAMPLES ** 2);

/** The yardstick: Circle loss with both partials, written down as anybody would, over the same cells. */
function plainLoop(m: number): void {
  const gamma = 256;
  for (let row = 0, cell = 0; row < SAMPLES; row++) {
    const sp = row / (SAMPLES - 1);
    for (let column = 0; column < SAMPLES; column++, cell++) {
      const sn = column / (SAMPLES - 1);
      const alphaP = Math.max(0, 1 + m - sp);
      const alphaN = Math.max(0, sn + m);
      const z = gamma * (alphaN * (sn - m) - alphaP * (sp - 1 + m));
      const weight = z > 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));
      value[cell] = Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
      dSp[cell] = -gamma * weight * alphaP;
      dSn[cell] = gamma * weight * alphaN;
    }
  }
}

/** Redraws in Node and on the page, printed as tables; the same as data. */
export async function benchRedraw() {
  let drawn: DrawnFigure | undefined;
  let figure = resolveFigure(dragged(0));
  let data = landscapeData(figure);
  let scene = drawLandscape(figure, data);

  const inNode = timeInTurn(
    {
      "plain loop": (round) => plainLoop(0.15 + 0.002 * (Math.abs(round) % 100)),
      "resolve, sample, boundary, colours' range": (round) => {
        figure = resolveFigure(dragged(round));
        data = landscapeData(figure, data);
      },
      "draw: colours, isolines, region, arrows, labels": () => {
        scene = drawLandscape(figure, data);
      },
      "write the overlay": () => {
        toSvg(scene, { bitmaps: "omitted" });
      },
      "redraw, the three together": (round) => {
        drawn = drawFigure(dragged(round), drawn);
        toSvg(drawn.scene, { bitmaps: "omitted" });
      },
    },
    ROUNDS,
    WARM_UP,
  );
  const inBrowser = await redrawsInBrowser(120);

  const [yardstick] = inNode;
  console.log(`Circle loss, field ${SAMPLES}², isolines, boundary, region, arrows, while m is dragged`);
  console.log(`\nNode ${process.version}\n${table(inNode, yardstick)}`);
  console.log(`\n${inBrowser.version}\n${table(inBrowser.timings, inBrowser.timings[0])}`);

  const rows = (timings: readonly Timing[]) =>
    timings.map((timing) => ({ ...timing, ratio: timing.median / timings[0].median }));
  return {
    samples: SAMPLES,
    node: rows(inNode),
    browser: { version: inBrowser.version, timings: rows(inBrowser.timings) },
  };
}
