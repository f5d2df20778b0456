import { InputError } from "../losses/errors.ts";

/** Where in a text: `line` and `column` count from 1, `length` in characters. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** A formula that was refused: what, where, and what would be legal. */
export class FormulaError extends InputError {
  constructor(
    readonly what: string,
    readonly place: Place,
  ) {
    const { line, column } = place;
    super(`invalid formula at ${line > 1 ? `line ${line}, ` : ""}column ${column}: ${what}`);
  }
}
