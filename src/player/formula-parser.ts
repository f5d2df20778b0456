/**
 * Stands in for mathjs where a figure travels with its player: the operators of a formula and nothing else, as mathjs'
 * own nodes, at a fiftieth of its size. `formula/parse.ts` has checked the tokens before.
 */

interface Node {
  readonly type: string;
  readonly op?: string;
  readonly args?: readonly Node[];
  readonly params?: readonly Node[];
  readonly content?: Node;
  readonly condition?: Node;
  readonly trueExpr?: Node;
  readonly falseExpr?: Node;
}

const TOKEN = /\d[\d.]*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|[A-Za-z]\w*|<=|>=|[-+*/^()?:,<>]/g;

export const parseDependencies = {};
export const create = (): { readonly parse: typeof parse } => ({ parse });

/** Throws the errors of mathjs that `formula/parse.ts` words. */
function parse(text: string): Node {
  const tokens = [...text.matchAll(TOKEN)];
  let at = 0;
  const next = (): string | undefined => tokens[at]?.[0];
  const fail = (message: string): never => {
    throw Object.assign(new SyntaxError(message), { char: (tokens[at]?.index ?? text.length) + 1 });
  };
  const expect = (sign: string, message: string): void => {
    if (next() !== sign) fail(message);
    at++;
  };
  const operator = (op: string, ...args: readonly Node[]): Node => ({ type: "OperatorNode", op, args });

  function conditional(): Node {
    const condition = relational();
    if (next() !== "?") return condition;
    at++;
    const trueExpr = conditional();
    expect(":", "False part of conditional expression expected");
    return { type: "ConditionalNode", condition, trueExpr, falseExpr: conditional() };
  }

  function relational(): Node {
    const params = [additive()];
    let op = "";
    while (/^[<>]=?$/.test(next() ?? "")) {
      op = tokens[at++][0];
      params.push(additive());
    }
    if (params.length === 1) return params[0];
    return params.length === 2 ? operator(op, ...params) : { type: "RelationalNode", params };
  }

  function leftToRight(signs: RegExp, part: () => Node): Node {
    let left = part();
    while (signs.test(next() ?? "")) left = operator(tokens[at++][0], left, part());
    return left;
  }
  const additive = (): Node => leftToRight(/^[-+]$/, multiplicative);
  const multiplicative = (): Node => leftToRight(/^[*/]$/, signed);

  function signed(): Node {
    if (!/^[-+]$/.test(next() ?? "")) return power();
    return operator(tokens[at++][0], signed());
  }

  /** Binds more tightly than the sign before it, less than the one after it: −2^−1 is −(2^(−1)). */
  function power(): Node {
    const base = operand();
    if (next() !== "^") return base;
    at++;
    return operator("^", base, signed());
  }

  function operand(): Node {
    const token = next();
    if (token === undefined) return fail("Unexpected end of expression");
    if (token === "(") {
      at++;
      const content = conditional();
      expect(")", "Parenthesis ) expected");
      return { type: "ParenthesisNode", content };
    }
    if (!/^[\w.]/.test(token)) return fail("Value expected");
    at++;
    if (!/^[A-Za-z]/.test(token)) return { type: "ConstantNode" };
    return next() === "(" ? { type: "FunctionNode", args: list() } : { type: "SymbolNode" };
  }

  function list(): Node[] {
    at++;
    const args: Node[] = [];
    while (next() !== ")") {
      if (args.length > 0) expect(",", "Parenthesis ) expected");
      args.push(conditional());
    }
    at++;
    return args;
  }

  const node = conditional();
  return at < tokens.length ? fail(`Unexpected operator ${next()}`) : node;
}
