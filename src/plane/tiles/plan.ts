import type { Program, Stage } from "../../formula/program.ts";
import type { Channel } from "../field.ts";
import type { TilePrimitive } from "./loops/table.ts";
import { type Place, Scratch } from "./places.ts";
import { cellTasks } from "./tasks.ts";

/** One loop over a tile. */
export interface Operation {
  readonly primitive: TilePrimitive;
  readonly out: Place;
  readonly operands: readonly Place[];
  /** Which operands run along, as bits. */
  readonly along: number;
}

/** What to do with every tile of a grid, whatever the numbers of the parameters are. */
export interface TilePlan {
  /** Steps of which one number a column (a row) is needed. */
  readonly columnSteps: readonly number[];
  readonly rowSteps: readonly number[];
  readonly operations: readonly Operation[];
  /** How many stretches of scratch memory are used. */
  readonly scratch: number;
  /** Where each channel's numbers are in the end. */
  readonly channels: readonly Place[];
}

/**
 * Plans the cell steps that the channels need, in the program's order; memory of numbers that no later operation needs
 * is used again. `across` is the stage of what changes along a row. `fused`: softplus and sigmoid of one operand together.
 */
export function planTiles(
  { steps, outputs }: Program,
  channels: readonly Channel[],
  across: Stage,
  fused: boolean,
): TilePlan {
  const wanted = channels.map((channel) => {
    const step = outputs[channel];
    if (step === undefined) throw new Error(`program without output ${channel}; compile it with this output`);
    return step;
  });
  const tasks = cellTasks(steps, wanted, fused);
  const lastUse = new Map(tasks.flatMap(({ args }, at) => args.map((step) => [step, at] as const)));
  const scratch = new Scratch();
  const places = new Map<number, Place>();
  const placeOf = (step: number): Place =>
    places.get(step) ?? { kind: steps[step].stage === across ? "column" : "number", index: step };

  const operations = tasks.map(({ primitive, args, results }, at): Operation => {
    const operands = args.map(placeOf);
    for (const step of new Set(args)) if (lastUse.get(step) === at) scratch.release(places.get(step));
    for (const step of results) {
      const channel = wanted.indexOf(step);
      places.set(step, channel < 0 ? scratch.take() : { kind: "channel", index: channel });
    }
    const [out, ...others] = results.map(placeOf);
    return operation(primitive, out, [...operands, ...others]);
  });
  const results = wanted.map(placeOf);
  const read = [...operations.flatMap(({ operands }) => operands), ...results];
  const stepsIn = (kind: Place["kind"]) => [
    ...new Set(read.flatMap((place) => (place.kind === kind ? [place.index] : []))),
  ];
  return {
    columnSteps: stepsIn("column"),
    rowSteps: stepsIn("number").filter((step) => steps[step].stage !== "constant"),
    operations,
    scratch: scratch.size,
    channels: results,
  };
}

/** A sum or product of a number and a stretch has the number second. */
function operation(primitive: TilePrimitive, out: Place, operands: readonly Place[]): Operation {
  const commutes = primitive === "add" || primitive === "multiply";
  const sorted = commutes && operands[0].kind === "number" ? operands.toReversed() : operands;
  const along = sorted.reduce((bits, { kind }, i) => (kind === "number" ? bits : bits | (1 << i)), 0);
  return { primitive, out, operands: sorted, along };
}
