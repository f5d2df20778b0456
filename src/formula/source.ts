import type { NumberParam, Params } from "../losses/params.ts";
import { declarationOf } from "./declaration.ts";
import { type Expression, namesIn, sizeOf, substituted } from "./expression.ts";
import { FormulaError, type Place } from "./formula-error.ts";
import {
  CONSTANTS,
  isFunction,
  LIMITS,
  LINK_VARIABLES,
  PLANE_VARIABLES,
  TRANSFORM_VARIABLES,
} from "./language.ts";
import { parseTokens } from "./parse.ts";
import { scan, type Token } from "./scan.ts";

/** Parts of a loss that have a name of their own, and the variables each may use. */
const PARTS = {
  loss: PLANE_VARIABLES,
  z: PLANE_VARIABLES,
  A_p: TRANSFORM_VARIABLES,
  A_n: TRANSFORM_VARIABLES,
  link: LINK_VARIABLES,
  link_p: LINK_VARIABLES,
  link_n: LINK_VARIABLES,
  weight_p: ["K"],
  weight_n: ["L"],
} as const satisfies Record<string, readonly string[]>;
export type Part = keyof typeof PARTS;

/** Words that choose, and what may be chosen. */
const CHOICES = {
  coupling: ["coupled", "decoupled"],
  aggregate_p: ["logSumExp", "mass", "hardest", "mean", "active", "sum"],
  aggregate_n: ["logSumExp", "mass", "hardest", "mean", "active", "sum"],
} as const;
export type Choice = keyof typeof CHOICES;

/** A typed loss, read and checked: its parts with definitions put in, its parameters, its choices. */
export interface LossSource {
  readonly name?: string;
  readonly parameters: Readonly<Record<string, NumberParam>>;
  readonly parts: Readonly<Partial<Record<Part, Expression>>>;
  readonly choices: Readonly<Partial<Record<Choice, string>>>;
  /** Names that are used without a declaration, and were given a number. */
  readonly undeclared: readonly string[];
}

const VARIABLES: ReadonlySet<string> = new Set([...PLANE_VARIABLES, ...TRANSFORM_VARIABLES, "z"]);
const isPart = (name: string): name is Part => Object.hasOwn(PARTS, name);
const isChoice = (name: string): name is Choice => Object.hasOwn(CHOICES, name);

interface Statement {
  /** What stands before `=`; absent for the loss itself. */
  readonly target?: Token;
  readonly tokens: readonly Token[];
}

/**
 * Reads a loss as it is typed, a statement a line or between semicolons:
 *
 *     gamma = 64 in [1, 1024] log      # a parameter: default and range
 *     gap = s_n - s_p                  # a definition
 *     z = gamma * gap                  # the margin term; z = 0 is the boundary
 *     softplus(z)                      # the loss on the plane
 *
 * or, in place of the loss, transforms `A_p = …`, `A_n = …` in s, theta, d with `link = softplus(z)` and
 * `coupling = coupled`. Names in `given` that are not declared become parameters. Throws `FormulaError`.
 */
export function readSource(text: string, given: Params = {}): LossSource {
  const statements = statementsOf(scan(text));
  const parameters: Record<string, NumberParam> = {};
  const definitions = new Map<string, Expression>();
  const parts: Partial<Record<Part, Expression>> = {};
  const choices: Partial<Record<Choice, string>> = {};
  const undeclared = new Set<string>();
  let name: string | undefined;
  for (const { target, tokens } of statements) {
    const as = target?.text ?? "loss";
    if (target && (Object.hasOwn(parameters, as) || definitions.has(as) || (isPart(as) && parts[as])))
      throw new FormulaError(`${as} twice; expected each name once`, target);
    if (as === "name") {
      name = nameOf(tokens, target);
      continue;
    }
    if (isChoice(as)) {
      choices[as] = chosen(as, tokens, target);
      continue;
    }
    if (target && !isPart(as)) checkNewName(target);
    const declaration = target && !isPart(as) ? declarationOf(as, tokens) : undefined;
    if (declaration) {
      parameters[as] = declaration;
      continue;
    }
    const missing = undeclaredIn(given, parameters);
    const known = [...VARIABLES, ...Object.keys(parameters), ...definitions.keys(), ...missing];
    const expression = expanded(parseTokens(tokens, known), definitions, tokens[0]);
    for (const used of namesIn(expression))
      if (missing.includes(used) && !VARIABLES.has(used)) undeclared.add(used);
    if (isPart(as)) {
      if (parts[as]) throw new FormulaError("a second loss; expected one", tokens[0]);
      checkVariables(as, expression, tokens[0]);
      parts[as] = expression;
      if (as === "z") definitions.set("z", expression);
    } else definitions.set(as, expression);
    if (Object.keys(parameters).length + definitions.size > LIMITS.names)
      throw new FormulaError(`more than ${LIMITS.names} names; expected fewer`, tokens[0]);
  }
  return { ...(name !== undefined && { name }), parameters, parts, choices, undeclared: [...undeclared] };
}

function statementsOf(tokens: readonly Token[]): Statement[] {
  const statements: Statement[] = [];
  let current: Token[] = [];
  for (const token of [...tokens, undefined]) {
    if (token && (token.kind !== "end" || (token.text === "\n" && isOpen(current)))) {
      if (token.kind !== "end") current.push(token);
      continue;
    }
    if (current.length > 0) statements.push(statementOf(current));
    current = [];
  }
  return statements;
}

/** A line goes on while a bracket is open or a sign waits for its second half. */
function isOpen(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1);
  if (last === undefined) return false;
  const depth = tokens.reduce((sum, { text }) => sum + (text === "(" ? 1 : text === ")" ? -1 : 0), 0);
  return depth > 0 || (last.kind === "mark" && ![")", "]"].includes(last.text));
}

function statementOf(tokens: readonly Token[]): Statement {
  const [target, sign] = tokens;
  if (sign?.text !== "=") return { tokens };
  if (target.kind !== "name") throw new FormulaError(`${target.text} before =; expected a name`, target);
  const rest = tokens.slice(2);
  if (rest.length === 0) throw new FormulaError(`nothing after =; expected what ${target.text} is`, sign);
  return { target, tokens: rest };
}

function checkNewName(target: Token): void {
  const { text } = target;
  const taken = VARIABLES.has(text) || isFunction(text) || (Object.hasOwn(CONSTANTS, text) && text !== "e");
  if (taken) throw new FormulaError(`${text} has a meaning already; expected another name`, target);
  if (!/^[A-Za-z][A-Za-z0-9_]{0,29}$/.test(text) || text in {})
    throw new FormulaError(
      `${text} as a name; expected a letter, then letters, digits or _, 30 at most`,
      target,
    );
}

function nameOf(tokens: readonly Token[], target: Place | undefined): string {
  const [first, ...more] = tokens;
  if (first.kind !== "text" || more.length > 0)
    throw new FormulaError(
      'name not understood; expected it in quotes, as in name = "My loss"',
      target ?? first,
    );
  return first.text.slice(1, -1);
}

function chosen(as: Choice, tokens: readonly Token[], target: Place | undefined): string {
  const [first, ...more] = tokens;
  if (more.length > 0 || !(CHOICES[as] as readonly string[]).includes(first.text)) {
    const said = tokens.map(({ text }) => text).join(" ");
    throw new FormulaError(`${as} ${said}; expected one of ${CHOICES[as].join(", ")}`, target ?? first);
  }
  return first.text;
}

const undeclaredIn = (given: Params, parameters: object): string[] =>
  Object.keys(given).filter(
    (name) =>
      typeof given[name] === "number" && !Object.hasOwn(parameters, name) && /^[A-Za-z]\w{0,29}$/.test(name),
  );

function expanded(
  expression: Expression,
  definitions: ReadonlyMap<string, Expression>,
  place: Place,
): Expression {
  const whole = substituted(expression, definitions);
  if (sizeOf(whole, LIMITS.nodes) > LIMITS.nodes)
    throw new FormulaError(
      `more than ${LIMITS.nodes} operations with its definitions put in; expected fewer`,
      place,
    );
  return whole;
}

function checkVariables(part: Part, expression: Expression, place: Place): void {
  const legal: readonly string[] = PARTS[part];
  for (const name of namesIn(expression)) {
    if (VARIABLES.has(name) && !legal.includes(name))
      throw new FormulaError(`${name} in ${part}; expected of the variables only ${legal.join(", ")}`, place);
  }
}
