import { type DrawnLandscape, drawLandscapeSpec } from "../../src/export/figure.ts";
import { toSvg } from "../../src/export/svg.ts";
import { drawLandscape, landscapeData } from "../../src/figures/landscape.ts";
import { LANDSCAPES } from "../../src/spec/presets/landscapes.ts";
import { resolveLandscape } from "../../src/spec/landscape.ts";
import type { LandscapeSpec } from "../../src/spec/landscape-schema.ts";
import { redrawsInBrowser } from "./browser.ts";
import { plainLoop } from "./field-plain.ts";
import { table, timeInTurn, type Timing } from "./timing.ts";

const SAMPLES = 256;
const ROUNDS = 200;
const WARM_UP = 40;

/** The figure while somebody drags m: never the same twice in a row. */
const dragged = (round: number): LandscapeSpec => ({
  ...LANDSCAPES["circle-region"].spec,
  samples: SAMPLES,
  loss: { id: "circle", params: { gamma: 256, margin: 0.15 + 0.002 * (Math.abs(round) % 100) } },
});

const value = new Float64Array(SAMPLES ** 2);
const dSp = new Float64Array(SAMPLES ** 2);
const dSn = new Float64Array(SAMPLES ** 2);

/** Redraws in Node and on the page, printed as tables; the same as data. */
export async function benchRedraw() {
  let drawn: DrawnLandscape | undefined;
  let figure = resolveLandscape(dragged(0));
  let data = landscapeData(figure);
  let scene = drawLandscape(figure, data);

  const inNode = timeInTurn(
    {
      "plain loop": (round) => plainLoop(SAMPLES, 0.15 + 0.002 * (Math.abs(round) % 100), value, dSp, dSn),
      "resolve, sample, boundary, colours' range": (round) => {
        figure = resolveLandscape(dragged(round));
        data = landscapeData(figure, data);
      },
      "draw: colours, isolines, region, arrows, labels": () => {
        scene = drawLandscape(figure, data);
      },
      "write the overlay": () => {
        toSvg(scene, { bitmaps: "omitted" });
      },
      "redraw, the three together": (round) => {
        drawn = drawLandscapeSpec(dragged(round), drawn);
        toSvg(drawn.scene, { bitmaps: "omitted" });
      },
    },
    ROUNDS,
    WARM_UP,
  );
  const inBrowser = await redrawsInBrowser(40);

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
