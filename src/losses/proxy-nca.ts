import { sloped } from "./curves.ts";
import { coupledLoss } from "./define.ts";
import { identity, softplusLink } from "./links.ts";
import { choice, scale } from "./params.ts";
import { scaledCosine } from "./transforms.ts";

/** Proxy-NCA: the sample against one proxy per class; the own proxy is not in the denominator. */
export const proxyNca = coupledLoss({
  id: "proxy-nca",
  name: "Proxy-NCA",
  family: "proxy",
  source: {
    authors: [
      "Yair Movshovitz-Attias",
      "Alexander Toshev",
      "Thomas K. Leung",
      "Sergey Ioffe",
      "Saurabh Singh",
    ],
    title: "No fuss distance metric learning using proxies",
    venue: "ICCV",
    year: 2017,
    arxiv: "1703.07464",
    equation: "Eq. 4",
  },
  similarity: "sample–proxy, the sample as anchor",
  params: {
    gamma: scale(1, [1, 64]),
    ownProxy: choice({
      label: "own proxy in the denominator",
      options: ["excluded", "included"],
      default: "excluded",
      effect: "Included, the loss is a softmax over all proxies and saturates.",
    }),
  },
  variants: {
    paper: { note: "cosine form, own proxy excluded", params: { gamma: 1, ownProxy: "excluded" } },
    squared: { note: "squared chords, own proxy excluded", params: { gamma: 2, ownProxy: "excluded" } },
    pml: {
      note: "pytorch-metric-learning: softmax over all proxies",
      params: { gamma: 2, ownProxy: "included" },
    },
  },
  pitfalls: [
    "No boundary and no saturation: a positive proxy is pulled with constant force wherever it is.",
    "pytorch-metric-learning's ProxyNCALoss has the own proxy in the denominator: another loss.",
  ],
  link: ({ ownProxy }) => (ownProxy === "included" ? softplusLink : identity),
  positive: { ...scaledCosine, aggregate: "mean" },
  negative: scaledCosine,
  boundary: ({ gamma, ownProxy }, offset) => (ownProxy === "included" ? [sloped(offset / gamma, 1)] : []),
});
