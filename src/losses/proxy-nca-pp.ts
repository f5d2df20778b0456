import { sloped } from "./curves.ts";
import { coupledLoss } from "./define.ts";
import { temperature } from "./params.ts";

const overSquaredChord = {
  formula: "2 * s / T",
  value: (s: number, { T }: { T: number }) => (2 * s) / T,
  slope: (_: number, { T }: { T: number }) => 2 / T,
};

/** ProxyNCA++: a softmax over all proxies of −d²/T, the own one included. */
export const proxyNcaPp = coupledLoss({
  id: "proxy-nca-pp",
  name: "ProxyNCA++",
  family: "proxy",
  source: {
    authors: ["Eu Wern Teh", "Terrance DeVries", "Graham W. Taylor"],
    title: "ProxyNCA++: revisiting and revitalizing proxy neighborhood component analysis",
    venue: "ECCV",
    year: 2020,
    arxiv: "2004.01113",
    equation: "Eq. 6",
  },
  similarity: "sample–proxy, the sample as anchor",
  params: { T: temperature("T", 1 / 9) },
  variants: {
    paper: { note: "T = 1/9", params: { T: 1 / 9 } },
    pml: { note: "pytorch-metric-learning ProxyNCALoss, softmax_scale 1", params: { T: 1 } },
  },
  pitfalls: ["The authors' code scales embeddings by 3: $d^2$ then carries $9 = 1/T$."],
  positive: { ...overSquaredChord, aggregate: "mean" },
  negative: overSquaredChord,
  boundary: ({ T }, offset) => [sloped((T * offset) / 2, 1)],
});
