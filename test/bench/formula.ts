import { compile } from "mathjs/number";
import { compileLoss, parameterNumbers } from "../../src/formula/compile.ts";
import { bindProgram } from "../../src/formula/evaluate.ts";
import { typedLoss } from "../../src/formula/typed-loss.ts";
import { loadKernels } from "../../src/kernels/load.ts";
import type { Kernels } from "../../src/kernels/kernels.ts";
import type { Channel, Field } from "../../src/plane/field.ts";
import { sampleProgram } from "../../src/plane/tiles/sample-program.ts";
import type { Axes } from "../../src/spec/axes.ts";
import { plainLoop, SAMPLES } from "./field-plain.ts";
import { table, timeInTurn, type Timing } from "./timing.ts";

const ROUNDS = 25;
const WARM_UP = 5;
const CHANNELS = ["value", "dSp", "dSn"] as const satisfies readonly Channel[];
const COUNTS = { K: 1, L: 1 };
const UNIT = { unit: "cosine", range: [0, 1] } as const;
const AXES: Axes = { horizontal: "negative", negative: UNIT, positive: UNIT };

/** Circle loss as somebody would type it. */
const TYPED = `
gamma = 256 in [1, 1024] log
m = 0.25 in [-1, 1]
z = gamma * (detach(relu(s_n + m)) * (s_n - m) - detach(relu(1 + m - s_p)) * (s_p - 1 + m))
softplus(z)`;

/** The same for mathjs, which differentiates neither max nor |z|: with both partials written out, and stable. */
const GAP = "gamma * (max(0, s_n + m) * (s_n - m) - max(0, 1 + m - s_p) * (s_p - 1 + m))";
const MATHJS = [
  `max(0, ${GAP}) + log(1 + exp(-abs(${GAP})))`,
  `-gamma * max(0, 1 + m - s_p) / (1 + exp(-(${GAP})))`,
  `gamma * max(0, s_n + m) / (1 + exp(-(${GAP})))`,
];

/** Cells that the slow ways get: their time is put in proportion. */
const FEW = { closures: 128, mathjs: 16 } as const;

/** Never the same field twice in a row. */
const parametersOf = (round: number) => ({ gamma: 256, m: 0.15 + 0.002 * (Math.abs(round) % 100) });

/** A typed loss without code generation, whole fields and ns a cell, against the plain loop; the same as data. */
export async function benchFormulas() {
  const loss = typedLoss(TYPED);
  const program = compileLoss(loss, {}, "detached", CHANNELS);
  const kernels = await loadKernels();
  if (!kernels) throw new Error("no kernels in this Node");

  const out = CHANNELS.map(() => new Float64Array(SAMPLES ** 2));
  const tiles = (vectors: Kernels | undefined, precision: 32 | 64) => {
    let reuse: Field | undefined;
    return (round: number): void => {
      const numbers = parameterNumbers(loss, parametersOf(round));
      const options = {
        columns: SAMPLES,
        rows: SAMPLES,
        channels: CHANNELS,
        precision,
        kernels: vectors,
        reuse,
      };
      reuse = sampleProgram(program, numbers, COUNTS, AXES, options);
    };
  };
  const expressions = MATHJS.map((text) => compile(text));
  const eachCell = (n: number, fill: (cell: number, sp: number, sn: number) => void): void => {
    for (let cell = 0; cell < n * n; cell++) fill(cell, Math.floor(cell / n) / (n - 1), (cell % n) / (n - 1));
  };

  const timings = timeInTurn(
    {
      "plain loop": (round) => plainLoop(SAMPLES, parametersOf(round).m, out[0], out[1], out[2]),
      "tiles, TypeScript, double": tiles(undefined, 64),
      "tiles, TypeScript, single": tiles(undefined, 32),
      "tiles, kernels, double": tiles(kernels.double, 64),
      "tiles, kernels, single": tiles(kernels.single, 32),
      "point by point": (round) => {
        const { at } = bindProgram(program, parametersOf(round), COUNTS);
        eachCell(FEW.closures, (cell, sp, sn) => {
          const point = at(sp, sn);
          CHANNELS.forEach((channel, i) => (out[i][cell] = point[channel]));
        });
      },
      "mathjs, compiled": (round) => {
        const scope = { ...parametersOf(round), s_p: 0, s_n: 0 };
        eachCell(FEW.mathjs, (cell, sp, sn) => {
          scope.s_p = sp;
          scope.s_n = sn;
          expressions.forEach((expression, i) => (out[i][cell] = expression.evaluate(scope) as number));
        });
      },
    },
    ROUNDS,
    WARM_UP,
  );
  const cellsOf = ({ name }: Timing): number =>
    (name === "point by point" ? FEW.closures : name === "mathjs, compiled" ? FEW.mathjs : SAMPLES) ** 2;
  const nanoseconds = (timing: Timing): number => (timing.median * 1e6) / cellsOf(timing);
  const [plain] = timings;
  const slowest = timings[timings.length - 1];
  const rows = timings.map((timing) => ({
    ...timing,
    nanosecondsPerCell: nanoseconds(timing),
    timesPlainLoop: nanoseconds(plain) / nanoseconds(timing),
    timesMathjs: nanoseconds(slowest) / nanoseconds(timing),
  }));

  console.log(`Circle loss as a typed formula: value and both partials at ${SAMPLES}²`);
  console.log(
    rows
      .map(
        ({ name, nanosecondsPerCell, timesPlainLoop, timesMathjs }) =>
          `${name.padEnd(26)} ${nanosecondsPerCell.toFixed(2).padStart(9)} ns a cell   ` +
          `${timesPlainLoop.toFixed(3).padStart(7)} × the plain loop   ${timesMathjs.toFixed(1).padStart(7)} × mathjs`,
      )
      .join("\n"),
  );
  console.log(
    `\n${table(
      timings.filter((timing) => cellsOf(timing) === SAMPLES ** 2),
      plain,
    )}`,
  );
  return { samples: SAMPLES, rows };
}
