/** What a formula needs beyond its text: a loss from it, and programs. It brings the parser. */

export { compileLoss, parameterNumbers } from "./compile.ts";
export { bindProgram } from "./evaluate.ts";
export { typedLoss } from "./typed-loss.ts";
