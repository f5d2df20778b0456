import { type Curve, sloped, upright } from "./curves.ts";
import { coupledLoss } from "./define.ts";
import { cosineMargin, number, scale } from "./params.ts";

const proxies = (symbol: string, label: string, effect: string) =>
  number({ symbol, label, default: 10, min: 1, max: 1e6, slider: [1, 100], scale: "log", effect });

/** Softmax over proxies with Proxy-Anchor's coefficients inside the logits, where they act as a temperature. */
export const proxySoftmax = coupledLoss({
  id: "proxy-softmax",
  name: "Softmax with proxy coefficients",
  family: "proxy",
  source: {
    authors: ["Zheng Qihang"],
    title: "Circle-Loss: experiments to the Proxy-Anchor post",
    venue: "GitHub",
    year: 2020,
  },
  similarity: "sample–proxy",
  params: {
    gamma: scale(32, [1, 128]),
    margin: cosineMargin(0.1),
    nPos: proxies("|P⁺|", "proxies with positives", "Lowers the scale of the positive side."),
    nAll: proxies("|P|", "proxies in all", "Lowers the scale of the negative side."),
  },
  variants: {
    with: { note: "coefficients 1/10 inside the logits", params: { nPos: 10, nAll: 10 } },
    without: { note: "coefficients removed", params: { nPos: 1, nAll: 1 } },
  },
  pitfalls: [
    "Dropping the coefficients changes the temperature by their size; it is not a change of learning rate.",
  ],
  positive: {
    formula: "gamma * (s - margin) / nPos",
    value: (s, { gamma, margin, nPos }) => (gamma * (s - margin)) / nPos,
    slope: (_, { gamma, nPos }) => gamma / nPos,
    aggregate: "mean",
  },
  negative: {
    formula: "gamma * (s - margin) / nAll",
    value: (s, { gamma, margin, nAll }) => (gamma * (s - margin)) / nAll,
    slope: (_, { gamma, nAll }) => gamma / nAll,
  },
  boundary({ gamma, margin, nPos, nAll }, offset): readonly Curve[] {
    const slope = nPos / nAll;
    return slope === 0
      ? [upright(margin)]
      : [sloped(margin - slope * margin + (nPos * offset) / gamma, slope)];
  },
});
