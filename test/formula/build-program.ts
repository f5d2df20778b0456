import type { PrimitiveName } from "../../src/formula/primitives/table.ts";
import type { Input, Output, Program, Stage, Step } from "../../src/formula/program.ts";

/** Steps put together by hand. Each method adds one and returns its number. */
export class ProgramBuilder {
  readonly #steps: Step[] = [];

  number(value: number): number {
    return this.#steps.push({ kind: "number", stage: "constant", value }) - 1;
  }

  parameter(name: string): number {
    return this.#steps.push({ kind: "parameter", stage: "constant", name }) - 1;
  }

  input(name: Input): number {
    const stage: Stage = name === "s_p" ? "positive" : name === "s_n" ? "negative" : "constant";
    return this.#steps.push({ kind: "input", stage, name }) - 1;
  }

  call(primitive: PrimitiveName, ...args: number[]): number {
    const stages = new Set(args.map((arg) => this.#steps[arg].stage));
    stages.delete("constant");
    const [first = "constant"] = stages;
    const stage: Stage = stages.size > 1 ? "cell" : first;
    return this.#steps.push({ kind: "call", stage, primitive, args }) - 1;
  }

  program(outputs: Partial<Record<Output, number>>): Program {
    return { steps: this.#steps, outputs };
  }
}
