/**
 * TeX in the short syntax of `label.ts`, as near as it comes: for descriptions, for search, and for a figure that is
 * drawn before its mathematics is typeset. Takes any text.
 */
export function shortOf(tex: string): string {
  const tokens = tex.match(/\\[A-Za-z]+\s*|\\[^A-Za-z]|[^\\]|\\$/gsu) ?? [];
  return new Reader(tokens)
    .all()
    .replace(/\s+/g, " ")
    .replace(/ (?=[,.;)\]])/g, "")
    .trim();
}

const SIGNS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta θ iota ι kappa κ lambda λ " +
    "mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ " +
    "Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω partial ∂ nabla ∇ ell ℓ infty ∞ sum Σ prod Π int ∫ cdot · " +
    "times × pm ± mp ∓ le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ ne ≠ neq ≠ approx ≈ sim ~ equiv ≡ propto ∝ " +
    "in ∈ to → rightarrow → mapsto → leftarrow ← Rightarrow ⇒ ldots … dots … cdots … prime ′ perp ⊥ langle ⟨ " +
    "rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lVert ‖ rVert ‖ Vert ‖ lvert | rvert | vert | mid |"
  )
    .split(" ")
    .reduce<[string, string][]>(
      (pairs, each, i, all) => (i % 2 === 0 ? [...pairs, [each, all[i + 1]]] : pairs),
      [],
    ),
);

const SPACES = /^(?:quad|qquad|enspace|space|[,;:> ~\n]|medspace|thickspace|thinspace)$/;
/** What changes only how its neighbours look. */
const SILENT =
  /^(?:left|right|big|Big|bigg|Bigg|bigl|bigr|Bigl|Bigr|displaystyle|textstyle|limits|nolimits|hline|!)$/;
/** Words whose argument is a letter or a text of its own. */
const WRAPPERS =
  /^(?:text\w*|math(?:rm|bf|it|bb|sf|tt|frak|normal)|operatorname|boldsymbol|overline|underline|bar|hat|tilde|vec|dot|ddot|wide(?:hat|tilde)|boxed|fbox|mbox|begin|end)$/;
const RELATION = /[≤≥≠≈≡∝∈→←⇒±∓×·]/;
const FRACTIONS = /^[dtc]?frac$/;
const DEEPEST = 40;

class Reader {
  #at = 0;

  constructor(
    private readonly tokens: readonly string[],
    private depth = 0,
  ) {}

  all(): string {
    let text = "";
    while (this.#at < this.tokens.length) text += this.#one();
    return text;
  }

  #one(): string {
    const token = this.tokens[this.#at++] ?? "";
    if (token === "{") return this.#inner();
    if (token === "_" || token === "^") {
      const script = this.#argument().replace(/[_^{}]/g, "");
      return script === "" ? "" : `${token}{${script}}`;
    }
    if (token === "}") return "";
    if (token === "&") return ", ";
    if (token === "~") return " ";
    return token.startsWith("\\") ? this.#command(token.slice(1).trim(), /\s$/.test(token)) : token;
  }

  #command(name: string, isApart: boolean): string {
    if (FRACTIONS.test(name)) return `${grouped(this.#argument())}/${grouped(this.#argument())}`;
    if (name === "sqrt") return `√${grouped(this.#argument())}`;
    if (name === "mathcal" || name === "mathscr") return this.#argument().replaceAll("L", "ℒ");
    if (name === "begin" || name === "end") {
      const what = this.#argument();
      if (name === "begin" && what === "array") this.#argument();
      return name === "begin" ? "(" : ")";
    }
    if (WRAPPERS.test(name)) return this.#argument();
    if (name === "\\") return "; ";
    if (SPACES.test(name)) return " ";
    if (SILENT.test(name)) {
      if (this.tokens[this.#at] === ".") this.#at++;
      return "";
    }
    if (name === "|") return "‖";
    const sign = Object.hasOwn(SIGNS, name) ? SIGNS[name] : name;
    const next = this.tokens[this.#at] ?? "";
    // the name of a function stands off from its letter, a relation from both sides, a letter from an operator
    const standsOff =
      sign.length > 1
        ? /^(?:[A-Za-z\d{]|\\(?!left|[,;!])[A-Za-z])/.test(next)
        : isApart &&
          (RELATION.test(sign) || /^[-+=<>]/.test(next) || RELATION.test(SIGNS[next.slice(1).trim()] ?? ""));
    return standsOff ? `${sign} ` : sign;
  }

  #argument(): string {
    while (this.tokens[this.#at]?.trim() === "") this.#at++;
    if (this.#at >= this.tokens.length || this.tokens[this.#at] === "}") return "";
    if (this.depth >= DEEPEST) return this.tokens[this.#at++].replace(/[\\{}]/g, "");
    this.depth++;
    const argument = this.#one();
    this.depth--;
    return argument;
  }

  /** From behind an opening brace to behind its closing one. */
  #inner(): string {
    const start = this.#at;
    let open = 1;
    while (this.#at < this.tokens.length && open > 0) {
      const token = this.tokens[this.#at++];
      open += token === "{" ? 1 : token === "}" ? -1 : 0;
    }
    const inner = this.tokens.slice(start, open === 0 ? this.#at - 1 : this.#at);
    return this.depth >= DEEPEST
      ? inner.join("").replace(/[\\{}]/g, "")
      : new Reader(inner, this.depth + 1).all();
  }
}

const grouped = (text: string): string =>
  /^[\p{L}\d∂]*(?:[_^]\{[^}]*\})*$/u.test(text) ? text : `(${text})`;
