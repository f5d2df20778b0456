import type { ParamSpecs } from "../losses/params.ts";

/** Letter and TeX name, one after the other. */
const GREEK: ReadonlyMap<string, string> = new Map(
  "α alpha β beta γ gamma δ delta Δ Delta ε epsilon η eta θ theta κ kappa λ lambda μ mu ν nu π pi ρ rho σ sigma τ tau φ varphi ω omega"
    .match(/\S+ \S+/g)
    ?.map((pair) => pair.split(" ") as [string, string]),
);

/** A parameter's symbol, as `O_p` or `|P⁺|`, in TeX. */
export function symbolTex(symbol: string): string {
  const spelled = Array.from(symbol, (letter) =>
    GREEK.has(letter) ? `\\${GREEK.get(letter)} ` : letter,
  ).join("");
  return spelled
    .replaceAll("⁺", "^{+}")
    .replace(/([_^])([^{\s\\]+|\\\w+ ?)/g, "$1{$2}")
    .trim();
}

/** What names are set as; a name that is not among them has a form of its own or is set upright. */
export type Symbols = ReadonlyMap<string, string>;

/** The symbols of parameters; where one stands before a subscript of its own, braces keep the two apart. */
export const symbolsOf = (params: ParamSpecs): Map<string, string> =>
  new Map(Object.entries(params).map(([id, { symbol }]) => [id, symbolTex(symbol)]));

const KNOWN: Readonly<Record<string, string>> = {
  theta: "\\theta",
  theta_p: "\\theta_p",
  theta_n: "\\theta_n",
};
const AS_WRITTEN = /^([sdKLz]|[sdz]_[pn])$/;

export function nameTex(name: string, symbols: Symbols): string {
  const symbol = symbols.get(name);
  if (symbol !== undefined) return symbol;
  if (Object.hasOwn(KNOWN, name)) return KNOWN[name];
  return AS_WRITTEN.test(name) ? name : `\\mathrm{${name.replaceAll("_", "\\_")}}`;
}

const MOST_TURNS = 16;

/** Six digits; multiples of π, and e, by name. */
export function numberTex(x: number): string {
  const turns = x / Math.PI;
  if (x !== 0 && Number.isInteger(turns) && Math.abs(turns) <= MOST_TURNS)
    return `${turns === 1 ? "" : turns === -1 ? "-" : `${turns}\\,`}\\pi`;
  if (Math.abs(x) === Math.E) return x < 0 ? "-e" : "e";
  const text = String(Number(x.toPrecision(6)));
  return text.includes("e") ? text.replace(/e\+?(-?\d+)/, " \\cdot 10^{$1}") : text;
}
