import type { Step } from "../../formula/program.ts";
import type { TilePrimitive } from "./loops/table.ts";

/** Cell steps that one loop computes: one step, or two that share their operand and most of their work. */
export interface Task {
  readonly primitive: TilePrimitive;
  readonly args: readonly number[];
  readonly results: readonly number[];
}

/** The cell steps that the `wanted` ones need, in order. `fused`: softplus and sigmoid of one operand as one task. */
export function cellTasks(
  steps: readonly Step[],
  wanted: readonly number[],
  fused: boolean,
): readonly Task[] {
  const needed = new Set<number>();
  const need = (index: number): void => {
    const step = steps[index];
    if (step.kind !== "call" || step.stage !== "cell" || needed.has(index)) return;
    needed.add(index);
    step.args.forEach(need);
  };
  wanted.forEach(need);

  const done = new Set<number>();
  return steps.flatMap((step, index): Task[] => {
    if (step.kind !== "call" || !needed.has(index) || done.has(index)) return [];
    const twin = fused ? twinOf(steps, needed, step) : undefined;
    // a program may say the same twice
    if (!twin?.includes(index)) return [{ primitive: step.primitive, args: step.args, results: [index] }];
    twin.forEach((each) => done.add(each));
    return [{ primitive: "softplusAndSigmoid", args: step.args, results: twin }];
  });
}

/** softplus and sigmoid of the operand of one of them, where both are needed. */
function twinOf(
  steps: readonly Step[],
  needed: ReadonlySet<number>,
  { primitive, args: [operand] }: Extract<Step, { kind: "call" }>,
): readonly [number, number] | undefined {
  if (primitive !== "softplus" && primitive !== "sigmoid") return undefined;
  if (steps[operand].stage !== "cell") return undefined;
  const [softplus, sigmoid] = (["softplus", "sigmoid"] as const).map((name) =>
    [...needed].find((each) => {
      const step = steps[each];
      return step.kind === "call" && step.primitive === name && step.args[0] === operand;
    }),
  );
  return softplus !== undefined && sigmoid !== undefined ? [softplus, sigmoid] : undefined;
}
