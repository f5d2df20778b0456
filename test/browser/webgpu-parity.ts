import type { Page } from "playwright";
import { compileLoss, parameterNumbers } from "../../src/formula/compile.ts";
import { bindProgram, type BoundProgram } from "../../src/formula/evaluate.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import type { Params } from "../../src/losses/params.ts";
import { planePoint } from "../../src/losses/plane-form.ts";
import type { Counts, PlaneForm } from "../../src/losses/types.ts";
import { nodesOf } from "../../src/plane/axis.ts";
import { channelOf, type Field, type FormChannel } from "../../src/plane/field.ts";
import { sampleField } from "../../src/plane/sample.ts";
import type { Axes } from "../../src/spec/axes.ts";
import { filled } from "./webgpu-support.ts";

export const CHANNELS = [
  "value",
  "logValue",
  "z",
  "dSp",
  "dSn",
  "paceRatio",
] as const satisfies readonly FormChannel[];

const COLUMNS = 45;
const ROWS = 37;

const square = (low: number, high: number): Axes => ({
  negative: { unit: "cosine", range: [low, high] },
  positive: { unit: "cosine", range: [low, high] },
  horizontal: "negative",
});

/** The whole plane, where some gradients tower at s = ±1, and its inside, where they do not hide the rest. */
export const FRAMES = { whole: square(-1, 1), inside: square(-0.9713, 0.9641) } as const;

/** How one channel of the GPU differs from the closed form in double precision. */
export interface Difference {
  readonly name: string;
  readonly params: Params;
  readonly counts: Counts;
  readonly frame: keyof typeof FRAMES;
  readonly channel: FormChannel;
  /** Largest |difference| / max |field|. */
  readonly absolute: number;
  /** Largest |difference| / |field| where the field exceeds 1e-30. */
  readonly relative: number;
  /** Cells with a number in double precision and none on the GPU, or the other way round. */
  readonly masked: number;
  readonly unmasked: number;
  /** Cells on a kink or a jump, where a hair's breadth decides which side they are on, left out of the others. */
  readonly edges: number;
  /** Cells where the formula itself, in double precision, is not the closed form; compared with the formula there. */
  readonly formula: number;
  readonly cells: number;
  /** Where `absolute` is, for whoever looks for the reason. */
  readonly worst: {
    readonly sp: number;
    readonly sn: number;
    readonly expected: number;
    readonly actual: number;
  };
}

/** Compares all channels of a loss that has a formula; none for one that has not. */
export async function differencesOf(
  page: Page,
  name: string,
  given: Params,
  counts: Counts,
  frame: keyof typeof FRAMES,
): Promise<readonly Difference[]> {
  const { loss, params, gradient } = namedLoss(name, given);
  const program = compileLoss(loss, params, gradient, CHANNELS);
  const hasMargin = program.steps[program.outputs.z ?? 0].stage !== "constant";
  const channels = CHANNELS.filter((channel) => channel !== "z" || hasMargin);
  const form = loss.plane(params, counts, gradient);
  const axes = FRAMES[frame];
  const size = { columns: COLUMNS, rows: ROWS, channels };
  const parameters = parameterNumbers(loss, params);
  const reference = sampleField(form, axes, size);
  const bound = bindProgram(program, parameters, counts);
  const actual = await filled(page, program, { axes, parameters, counts, ...size });
  return channels.map((channel) => ({
    name,
    params: given,
    counts,
    frame,
    channel,
    cells: COLUMNS * ROWS,
    ...compare(reference, actual[channel], channel, form, bound.at),
  }));
}

/** What 1e-11 of a similarity decides is decided differently by any two ways of computing. */
const HAIR = 1e-11;

function compare(
  reference: Field,
  actual: Float32Array,
  channel: FormChannel,
  form: PlaneForm,
  formulaAt: BoundProgram["at"],
) {
  const expected = Float64Array.from(channelOf(reference, channel));
  const sn = nodesOf(reference.axes.negative, reference.columns);
  const sp = nodesOf(reference.axes.positive, reference.rows);
  const typedAt = (cell: number) =>
    formulaAt(sp[Math.floor(cell / sn.length)], sn[cell % sn.length])[channel];
  const typed = expected.map((_, cell) => typedAt(cell));
  // a field that single precision cannot hold at all is compared as if its largest value were 1e-30
  const largest = expected.reduce(
    (top, x, cell) => Math.max(top, ...[x, typed[cell]].filter(isPlain).map(Math.abs)),
    1e-30,
  );
  const found = { absolute: 0, relative: 0, masked: 0, unmasked: 0, edges: 0, formula: 0 };
  let worst = { sp: NaN, sn: NaN, expected: NaN, actual: NaN };
  expected.forEach((closed, cell) => {
    const [p, n] = [sp[Math.floor(cell / sn.length)], sn[cell % sn.length]];
    const isFormula = differ(closed, typed[cell], largest);
    const x = isFormula ? typed[cell] : closed;
    const y = actual[cell];
    if (!isPlain(x) && !isPlain(y)) return;
    if (differ(x, y, largest) && isEdge(form, channel, [p, n], largest)) found.edges++;
    else if (!isPlain(y)) found.masked++;
    else if (!isPlain(x)) found.unmasked++;
    else {
      if (isFormula) found.formula++;
      const off = Math.abs(x - y);
      if (off / largest > found.absolute) {
        found.absolute = off / largest;
        worst = { sp: p, sn: n, expected: x, actual: y };
      }
      if (Math.abs(x) > 1e-30) found.relative = Math.max(found.relative, off / Math.abs(x));
    }
  });
  return { ...found, worst };
}

const isPlain = (x: number): boolean => Math.abs(x) < 1e38;

/** Whether two numbers are so far apart that the reason is worth looking for. */
const differ = (a: number, b: number, largest: number): boolean =>
  isPlain(a) !== isPlain(b) ||
  (isPlain(a) && Math.abs(a - b) > Math.min(1e-6 * largest, 1e-5 * Math.max(Math.abs(a), Math.abs(b))));

/** Whether a channel changes by more than 1e-6 of its largest value, or from or to no number, within a hair's breadth. */
function isEdge(
  form: PlaneForm,
  channel: FormChannel,
  [sp, sn]: readonly [number, number],
  largest: number,
): boolean {
  const near = [-HAIR, 0, HAIR].flatMap((p) =>
    [-HAIR, 0, HAIR].map((n) => valueAt(form, channel, inside(sp + p), inside(sn + n))),
  );
  const plain = near.filter(isPlain);
  if (plain.length === 0) return false;
  return plain.length < near.length || Math.max(...plain) - Math.min(...plain) > 1e-6 * largest;
}

const inside = (s: number): number => Math.min(1, Math.max(-1, s));

function valueAt(form: PlaneForm, channel: FormChannel, sp: number, sn: number): number {
  const point = planePoint(form, sp, sn);
  if (channel !== "paceRatio") return point[channel];
  return form.coupling === "coupled"
    ? Math.abs(form.positive.slope(sp) / form.negative.slope(sn))
    : Math.abs(point.dSp / point.dSn);
}
