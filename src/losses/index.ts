import { adaface } from "./adaface.ts";
import { amSoftmax } from "./am-softmax.ts";
import { angular } from "./angular.ts";
import { arcface } from "./arcface.ts";
import { bce } from "./bce.ts";
import { binomialDeviance } from "./binomial-deviance.ts";
import { circleDisc } from "./circle-disc.ts";
import { circleFlat } from "./circle-flat.ts";
import { circleGeneral } from "./circle-general.ts";
import { circleLoss } from "./circle.ts";
import { circleMonotone } from "./circle-monotone.ts";
import { circlePaced } from "./circle-paced.ts";
import { combinedMargin } from "./combined-margin.ts";
import { contrastive } from "./contrastive.ts";
import { cosent } from "./cosent.ts";
import { curricularface } from "./curricularface.ts";
import { dcl } from "./dcl.ts";
import { fastApLoss } from "./fast-ap.ts";
import { focal } from "./focal.ts";
import { generalizedLifted } from "./generalized-lifted.ts";
import { histogramLoss } from "./histogram.ts";
import { infoNce } from "./info-nce.ts";
import { intraPairVariance } from "./intra-pair-variance.ts";
import { lSoftmax } from "./l-softmax.ts";
import { liftedStructure } from "./lifted-structure.ts";
import { magface } from "./magface.ts";
import { marginLoss } from "./margin.ts";
import { multiSimilarity } from "./multi-similarity.ts";
import { nPair } from "./n-pair.ts";
import { nca } from "./nca.ts";
import { normface } from "./normface.ts";
import { p2sgrad } from "./p2sgrad.ts";
import { pnp } from "./pnp.ts";
import { proxyAnchor } from "./proxy-anchor.ts";
import { proxyNca } from "./proxy-nca.ts";
import { proxyNcaPp } from "./proxy-nca-pp.ts";
import { proxySoftmax } from "./proxy-softmax.ts";
import { rankedList } from "./ranked-list.ts";
import { siglip } from "./siglip.ts";
import { smoothAp } from "./smooth-ap.ts";
import { softTriple } from "./soft-triple.ts";
import { softTriplet } from "./soft-triplet.ts";
import { softmaxCe } from "./softmax-ce.ts";
import { sphereface } from "./sphereface.ts";
import { sphereface2 } from "./sphereface2.ts";
import { subcenterArcface } from "./subcenter-arcface.ts";
import { supConIn } from "./sup-con-in.ts";
import { supCon } from "./sup-con.ts";
import { tcm } from "./tcm.ts";
import { triplet } from "./triplet.ts";
import { tupletMargin } from "./tuplet-margin.ts";
import { unified } from "./unified.ts";
import type { Loss } from "./types.ts";

/** Every loss, in the order a reader meets them. Adding one is a file beside this and a line here. */
export const LOSSES: readonly Loss[] = [
  softmaxCe,
  normface,
  amSoftmax,
  arcface,
  subcenterArcface,
  sphereface,
  lSoftmax,
  combinedMargin,
  magface,
  adaface,
  curricularface,
  p2sgrad,
  unified,
  triplet,
  softTriplet,
  nPair,
  contrastive,
  marginLoss,
  liftedStructure,
  generalizedLifted,
  binomialDeviance,
  multiSimilarity,
  tupletMargin,
  angular,
  rankedList,
  nca,
  tcm,
  circleLoss,
  circleGeneral,
  circleFlat,
  circleMonotone,
  circleDisc,
  circlePaced,
  infoNce,
  dcl,
  supCon,
  supConIn,
  siglip,
  cosent,
  proxyNca,
  proxyNcaPp,
  proxyAnchor,
  proxySoftmax,
  softTriple,
  bce,
  focal,
  sphereface2,
  smoothAp,
  fastApLoss,
  pnp,
  histogramLoss,
  intraPairVariance,
];
