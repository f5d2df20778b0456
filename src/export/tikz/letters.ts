/** What stands for a letter beyond ASCII in mathematics: `α` is `\alpha`. */
const MATHEMATICS: ReadonlyMap<string, string> = new Map(
  pairs(
    "α \\alpha β \\beta γ \\gamma δ \\delta ε \\varepsilon ϵ \\epsilon ζ \\zeta η \\eta θ \\theta ϑ \\vartheta " +
      "ι \\iota κ \\kappa λ \\lambda μ \\mu µ \\mu ν \\nu ξ \\xi ο o π \\pi ρ \\rho σ \\sigma ς \\varsigma τ \\tau " +
      "υ \\upsilon φ \\varphi ϕ \\phi χ \\chi ψ \\psi ω \\omega Γ \\Gamma Δ \\Delta Θ \\Theta Λ \\Lambda Ξ \\Xi " +
      "Π \\Pi Σ \\Sigma Υ \\Upsilon Φ \\Phi Ψ \\Psi Ω \\Omega Α A Β B Ε E Ζ Z Η H Ι I Κ K Μ M Ν N Ο O Ρ P Τ T Χ X " +
      "∂ \\partial ∇ \\nabla ℒ \\mathcal{L} ℓ \\ell − - · \\cdot × \\times ÷ \\div ± \\pm ∓ \\mp ∗ \\ast " +
      "° ^{\\circ} ′ ^{\\prime} ″ ^{\\prime\\prime} ≤ \\le ≥ \\ge ≠ \\ne ≈ \\approx ≡ \\equiv ∼ \\sim ∝ \\propto ≪ \\ll " +
      "≫ \\gg ∈ \\in ∉ \\notin ⊂ \\subset ∪ \\cup ∩ \\cap ∞ \\infty → \\to ← \\leftarrow ↔ \\leftrightarrow ↦ \\mapsto " +
      "⇒ \\Rightarrow ⇔ \\Leftrightarrow ↑ \\uparrow ↓ \\downarrow √ \\surd ∑ \\sum ∏ \\prod ∫ \\int ‖ \\Vert ∥ \\parallel " +
      "⊥ \\perp ∠ \\angle ⟨ \\langle ⟩ \\rangle ⌊ \\lfloor ⌋ \\rfloor ⌈ \\lceil ⌉ \\rceil ∀ \\forall ∃ \\exists ¬ \\neg " +
      "∧ \\wedge ∨ \\vee ⊕ \\oplus ⊗ \\otimes • \\bullet ∘ \\circ ⁺ ^{+} ⁻ ^{-} ⁰ ^{0} ¹ ^{1} ² ^{2} ³ ^{3} ⁴ ^{4} " +
      "⁵ ^{5} ⁶ ^{6} ⁷ ^{7} ⁸ ^{8} ⁹ ^{9} ⁿ ^{n} ₀ _{0} ₁ _{1} ₂ _{2} ₃ _{3} ₄ _{4} ₅ _{5} ₆ _{6} ₇ _{7} ₈ _{8} ₉ _{9} " +
      "₊ _{+} ₋ _{-} ₙ _{n} ₚ _{p} < < > > | |",
  ),
);

/** What stands for a letter in running text: TeX's own signs escaped, typography, letters that TeX composes. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ...pairs(
    "\\ \\textbackslash{} { \\{ } \\} $ \\$ & \\& # \\# % \\% _ \\_ ^ \\textasciicircum{} ~ \\textasciitilde{} " +
      "– -- — --- ‘ ` ’ ' “ `` ” '' „ ,, … \\ldots{} ß \\ss{} æ \\ae{} Æ \\AE{} œ \\oe{} Œ \\OE{} ø \\o{} Ø \\O{} " +
      "ł \\l{} Ł \\L{} ı \\i{} § \\S{} ¶ \\P{} © \\copyright{} £ \\pounds{} ¡ !` ¿ ?` ‐ - ‑ -",
  ),
  ["\u00a0", "~"],
  ["\u2009", "\\,"],
  ["\u202f", "\\,"],
  ["\u200a", ""],
  ["\u200b", ""],
  ["\t", " "],
  ["\n", " "],
]);

/** Combining marks after their letter. */
const ACCENTS: ReadonlyMap<string, string> = new Map([
  ["\u0300", "`"],
  ["\u0301", "'"],
  ["\u0302", "^"],
  ["\u0303", "~"],
  ["\u0304", "="],
  ["\u0306", "u"],
  ["\u0307", "."],
  ["\u0308", '"'],
  ["\u030a", "r"],
  ["\u030b", "H"],
  ["\u030c", "v"],
  ["\u0327", "c"],
  ["\u0328", "k"],
]);

function pairs(list: string): [string, string][] {
  const items = list.split(" ");
  return Array.from({ length: items.length / 2 }, (_, i) => [items[2 * i], items[2 * i + 1]]);
}

const isAscii = (letter: string): boolean => letter >= " " && letter <= "~";

/** A command needs a blank before a letter. */
export const appended = (tex: string, more: string): string =>
  /\\[A-Za-z]+$/.test(tex) && /^[A-Za-z]/.test(more) ? `${tex} ${more}` : tex + more;

/** Signs of mathematics, for use between dollar signs; words of several letters upright. Null where TeX lacks one. */
export function texOfMathematics(text: string): string | null {
  let tex = "";
  for (const token of text.match(/[A-Za-z]{2,}|./gsu) ?? []) {
    const known =
      token.length > 1 && isAscii(token)
        ? `\\mathrm{${token}}`
        : (MATHEMATICS.get(token) ?? escapedSign(token));
    if (known === null) return null;
    tex = appended(tex, known);
  }
  return tex;
}

function escapedSign(letter: string): string | null {
  if (letter === "\\") return "\\backslash";
  if (letter === "^" || letter === "~") return `\\text{${WORDS.get(letter)}}`;
  if (/^[{}$&#%_]$/.test(letter)) return `\\${letter}`;
  if (isAscii(letter)) return letter;
  return WORDS.get(letter) === "" ? "" : null;
}

/** Running text. Null where it has a letter that plain TeX cannot compose. */
export function texOfWords(text: string): string | null {
  let tex = "";
  const letters = Array.from(text.normalize("NFC"));
  for (const letter of letters) {
    const known =
      WORDS.get(letter) ?? (isAscii(letter) && !/[<>|"]/.test(letter) ? letter : composed(letter));
    if (known === null) return null;
    tex += /[-`'!?,]$/.test(tex) && /^[-`']/.test(known) ? `{}${known}` : known;
  }
  return tex.replaceAll("$$", "");
}

function composed(letter: string): string | null {
  if (letter === '"') return "''";
  const sign = MATHEMATICS.get(letter);
  if (sign !== undefined) return `$${sign}$`;
  const [base, mark, ...more] = letter.normalize("NFD");
  const accent = mark === undefined || more.length > 0 ? undefined : ACCENTS.get(mark);
  return accent === undefined || !/^[A-Za-z]$/.test(base) ? null : `\\${accent}{${base}}`;
}

/** Text for a comment: ASCII that says about the same. */
export const asciiWords = (text: string): string =>
  Array.from(text, (letter) => {
    if (isAscii(letter)) return letter;
    const sign = MATHEMATICS.get(letter) ?? WORDS.get(letter);
    if (sign === undefined) return /\s/u.test(letter) ? " " : "?";
    return sign.replace(/[\\{}^_~]|mathcal/g, "") || " ";
  }).join("");
