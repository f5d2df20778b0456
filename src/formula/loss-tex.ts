import type { Params } from "../losses/params.ts";
import type { Counts, Loss, PlaneForm } from "../losses/types.ts";
import { formulaTex } from "./tex.ts";

/** The lines that define a loss on the plane, in TeX; empty where it is a function of sets only. */
export function lossTex(loss: Loss, params: Params): string[] {
  const formula = loss.formula(params);
  if (formula.coupling === "pointwise") {
    return formula.plane === null ? [] : [`\\mathcal{L} = ${formulaTex(formula.plane, loss.params)}`];
  }
  const transforms = [
    `A_p(s) = ${formulaTex(formula.positive, loss.params)}`,
    `A_n(s) = ${formulaTex(formula.negative, loss.params)}`,
  ];
  const linked = (text: string, z: string): string =>
    formulaTex(text.replace(/\bz\b/g, "z"), loss.params).replace(/\bz\b/g, z);
  if (formula.coupling === "coupled") {
    return [
      ...transforms,
      `\\mathcal{L} = ${linked(formula.link.positive, "z")}, \\quad z = A_n(s_n) - A_p(s_p)${countsTex(loss, params)}`,
    ];
  }
  const [p, n] = sideTex(loss, params);
  return [
    ...transforms,
    `\\mathcal{L} = ${p.factor}${linked(formula.link.positive, "z_p")} + ${n.factor}${linked(formula.link.negative, "z_n")}`,
    `z_p = -A_p(s_p)${p.shift}, \\quad z_n = A_n(s_n)${n.shift}`,
  ];
}

const COUNTS: readonly Counts[] = [
  { K: 1, L: 1 },
  { K: 3, L: 1 },
  { K: 1, L: 5 },
];

/** What K and L add to z, read off the plane form itself. */
function countsTex(loss: Loss, params: Params): string {
  const [one, three, five] = COUNTS.map((counts) => offsetOf(loss.plane(params, counts)));
  return logTex("K", three - one) + logTex("L", five - one);
}

const offsetOf = (form: PlaneForm): number => (form.coupling === "coupled" ? form.offset : 0);

const logTex = (name: string, change: number): string =>
  Math.abs(change) < 1e-12 ? "" : ` ${change > 0 ? "+" : "-"} \\ln ${name}`;

/** The shift and the factor that K or L gives to each side. */
function sideTex(loss: Loss, params: Params) {
  const forms = COUNTS.map((counts) => loss.plane(params, counts));
  return (["positive", "negative"] as const).map((side, i) => {
    const [one, many] = [forms[0], forms[i + 1]].map((form) =>
      form.coupling === "decoupled" ? form[side] : { weight: 1, offset: 0 },
    );
    const name = i === 0 ? "K" : "L";
    const ratio = many.weight / one.weight;
    const grows = one.weight !== 0 && Math.abs(ratio - (i === 0 ? 3 : 5)) < 1e-12;
    const constant = one.weight === 1 ? "" : `${Number(one.weight.toPrecision(6))}\\,`;
    return {
      shift: logTex(name, many.offset - one.offset),
      factor: `${constant}${grows ? `${name}\\,` : ""}`,
    };
  });
}
