/** What TeX symbols stand for. */
export type Scope = ReadonlyMap<string, number>;

const FUNCTIONS: Readonly<Record<string, (...args: number[]) => number>> = {
  "\\sin": Math.sin,
  "\\cos": Math.cos,
  "\\tan": Math.tan,
  "\\arcsin": Math.asin,
  "\\arccos": Math.acos,
  "\\arctan": Math.atan,
  "\\sinh": Math.sinh,
  "\\cosh": Math.cosh,
  "\\tanh": Math.tanh,
  "\\min": Math.min,
  "\\max": Math.max,
  "\\sigma": (x) => 1 / (1 + Math.exp(-x)),
  "\\operatorname{sp}": (x) => (x > 30 ? x + Math.exp(-x) : Math.log1p(Math.exp(x))),
  "\\operatorname{sign}": Math.sign,
  "\\operatorname{clamp}": (x, low, high) => Math.min(high, Math.max(low, x)),
};
const RELATIONS: readonly (readonly [string, (a: number, b: number) => boolean])[] = [
  ["\\ge", (a, b) => a >= b],
  ["\\le", (a, b) => a <= b],
  [">", (a, b) => a > b],
  ["<", (a, b) => a < b],
];

/** The number that TeX stands for when it is read by eye: by brackets, fractions and what stands beside what. */
export function evaluateTex(text: string, scope: Scope): number {
  const reader = new Reader(text, scope);
  const value = reader.sum();
  reader.end();
  return value;
}

class Reader {
  #at = 0;
  readonly #symbols: readonly string[];

  constructor(
    private readonly text: string,
    private readonly scope: Scope,
  ) {
    this.#symbols = [...scope.keys()].toSorted((a, b) => b.length - a.length);
  }

  end(): void {
    this.#space();
    if (this.#at < this.text.length) throw this.#unread();
  }

  sum(): number {
    let value = this.#take("-") ? -this.#product() : this.#product();
    for (;;) {
      if (this.#take("+")) value += this.#product();
      else if (this.#take("-")) value -= this.#product();
      else return value;
    }
  }

  #product(): number {
    let value = this.#power();
    while (this.#take("\\,") || this.#take("\\cdot")) value *= this.#power();
    return value;
  }

  #power(): number {
    const base = this.#base();
    if (!this.#take("^{")) return base;
    const exponent = this.sum();
    this.#expect("}");
    return base ** exponent;
  }

  #base(): number {
    for (const [name, apply] of Object.entries(FUNCTIONS))
      if (this.#take(`${name}\\left(`)) return apply(...this.#list("\\right)"));
    if (this.#take("\\ln\\left(")) return Math.log(this.#until("\\right)"));
    if (this.#take("\\ln ")) return Math.log(this.#base());
    if (this.#take("\\frac{")) return this.#until("}") / (this.#expect("{"), this.#until("}"));
    if (this.#take("\\sqrt{")) return Math.sqrt(this.#until("}"));
    if (this.#take("\\left(")) return this.#until("\\right)");
    if (this.#take("\\left\\lfloor ")) return Math.floor(this.#until("\\right\\rfloor"));
    if (this.#take("\\left|")) return Math.abs(this.#until("\\right|"));
    if (this.#take("\\left[")) return Math.max(0, this.#until("\\right]_{+}"));
    if (this.#take("\\operatorname{sg}\\left[")) return this.#until("\\right]");
    if (this.#take("\\mathbb{1}\\left[")) return this.#indicator();
    if (this.#take("\\begin{cases}")) return this.#cases("\\end{cases}");
    if (this.#take("\\begin{array}{|ll}")) return this.#cases("\\end{array}");
    if (this.#take("{")) return this.#until("}");
    if (this.#take("e^{")) return Math.exp(this.#until("}"));
    if (this.#take("\\pi")) return Math.PI;
    const symbol = this.#symbols.find((each) => this.#take(each));
    if (symbol !== undefined) return this.scope.get(symbol) ?? NaN;
    const digits = /^[\d.]+/.exec(this.text.slice(this.#at))?.[0];
    if (digits === undefined) throw this.#unread();
    this.#at += digits.length;
    return Number(digits);
  }

  #indicator(): number {
    const holds = this.#condition();
    this.#expect("\\right]");
    return holds ? 1 : 0;
  }

  #condition(): boolean {
    const left = this.sum();
    const relation = RELATIONS.find(([sign]) => this.#take(sign));
    if (relation === undefined) throw this.#unread();
    return relation[1](left, this.sum());
  }

  #cases(end: string): number {
    let found: number | undefined;
    do {
      const value = this.sum();
      this.#expect("&");
      const holds = this.#take("\\text{else}") || this.#condition();
      if (holds) found ??= value;
    } while (this.#take("\\\\"));
    this.#expect(end);
    return found ?? NaN;
  }

  #list(end: string): number[] {
    const values = [this.sum()];
    while (this.#take(",")) {
      this.#take("\\,");
      values.push(this.sum());
    }
    this.#expect(end);
    return values;
  }

  #until(end: string): number {
    const value = this.sum();
    this.#expect(end);
    return value;
  }

  #take(sign: string): boolean {
    this.#space();
    if (!this.text.startsWith(sign, this.#at)) return false;
    this.#at += sign.length;
    return true;
  }

  #expect(sign: string): void {
    if (!this.#take(sign)) throw this.#unread();
  }

  #space(): void {
    while (this.text[this.#at] === " ") this.#at++;
  }

  #unread(): Error {
    return new Error(`not read: ${this.text.slice(this.#at)}, of ${this.text}`);
  }
}
