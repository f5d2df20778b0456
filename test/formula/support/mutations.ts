import { FUNCTIONS } from "../../../src/formula/language.ts";
import { fc } from "../../numerics/seeded.ts";
import { detachedText, legalText } from "./trees.ts";

const words = (text: string): string[] => text.split(" ");

export const TOKENS: readonly string[] = [
  ...words("s_p s_n theta_p d_n K gamma m e pi s_q x θ_p γ true mod in to"),
  ...words("0 1 2.5 .5 3. 1e3 1e-3 1e400 2e 007"),
  ...words("+ - * / ^ ** − × · ( ) ( ) , ? : < <= > >= ≤"),
  ...words("= == ! % ' \" [ ] { } . ; # // & | ~ @ $ \\ \n"),
  ...Object.keys(FUNCTIONS).flatMap((name) => [name, `${name}(`]),
];
export const LEGAL_TOKENS = TOKENS.filter((token) =>
  /^(?:s_[pn]|K|m|\d\.\d|[-+*/^(),?:<]|\w+\()$/.test(token),
);

export const sequence = (tokens: readonly string[], longest: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.array(fc.constantFrom(...tokens), { maxLength: longest }), fc.constantFrom("", " "))
    .map(([parts, between]) => parts.join(between));

/** A legal text with a few characters or tokens taken out, put in, doubled or exchanged. */
export const mutated: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(legalText, detachedText),
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(...TOKENS), fc.nat(3)), {
      minLength: 1,
      maxLength: 2,
    }),
  )
  .map(([text, edits]) =>
    edits.reduce((now, [at, other, token, kind]) => {
      const [i, j] = [at % (now.length + 1), other % (now.length + 1)];
      const [from, to] = [Math.min(i, j), Math.max(i, j)];
      if (kind === 0) return now.slice(0, i) + now.slice(i + 1);
      if (kind === 1) return now.slice(0, i) + token + now.slice(i);
      if (kind === 2) return now.slice(0, to) + now.slice(from);
      return now.slice(0, from) + now.slice(to);
    }, text),
  );
