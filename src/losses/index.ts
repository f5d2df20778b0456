import { amSoftmax } from "./am-softmax.ts";
import { circleDisc } from "./circle-disc.ts";
import { circleFlat } from "./circle-flat.ts";
import { circleGeneral } from "./circle-general.ts";
import { circleLoss } from "./circle.ts";
import { circleMonotone } from "./circle-monotone.ts";
import { circlePaced } from "./circle-paced.ts";
import { liftedStructure } from "./lifted-structure.ts";
import { multiSimilarity } from "./multi-similarity.ts";
import { nPair } from "./n-pair.ts";
import { normface } from "./normface.ts";
import { proxyAnchor } from "./proxy-anchor.ts";
import { proxyNca } from "./proxy-nca.ts";
import { proxySoftmax } from "./proxy-softmax.ts";
import { softTriplet } from "./soft-triplet.ts";
import { softmaxCe } from "./softmax-ce.ts";
import { triplet } from "./triplet.ts";
import type { Loss } from "./types.ts";
import { unified } from "./unified.ts";

/** Every loss, in the order a reader meets them. Adding one is a file beside this and a line here. */
export const LOSSES: readonly Loss[] = [
  softmaxCe,
  normface,
  amSoftmax,
  unified,
  triplet,
  softTriplet,
  nPair,
  liftedStructure,
  multiSimilarity,
  circleLoss,
  circleGeneral,
  circleFlat,
  circleMonotone,
  circleDisc,
  circlePaced,
  proxyNca,
  proxyAnchor,
  proxySoftmax,
];
