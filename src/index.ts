/** The public surface of Marginscape. */

export { drawFigure, type DrawnFigure, figureJson, figureSvg, recipeOf } from "./export/figure.ts";
export { toSvg, type SvgOptions } from "./export/svg.ts";
export { drawLandscape, type LandscapeData, landscapeData } from "./figures/landscape.ts";
export type { Scene, SceneNode } from "./figures/scene.ts";
export type { Curve, Point } from "./losses/curves.ts";
export { coupledLoss, decoupledLoss } from "./losses/define.ts";
export { InputError } from "./losses/errors.ts";
export { LOSSES } from "./losses/index.ts";
export { findLoss, type NamedLoss, namedLoss } from "./losses/lookup.ts";
export type { Params, ParamSpec } from "./losses/params.ts";
export { planePoint } from "./losses/plane-form.ts";
export type * from "./losses/types.ts";
export { type Channel, channelOf, type Field } from "./plane/field.ts";
export { quantityValues, type QuantityValues } from "./plane/quantity.ts";
export { sampleField, type SampleOptions } from "./plane/sample.ts";
export { type Boundary, boundaryLevels, decisionBoundary, traceBoundary } from "./region/boundary.ts";
export { describeRegion, type Region } from "./region/describe.ts";
export { type Frame, type Piece, pointsAlong } from "./region/pieces.ts";
export { regionInWords } from "./region/words.ts";
export { QUANTITIES, type QuantityId } from "./spec/quantities.ts";
export { decodeLink, encodeLink } from "./spec/link.ts";
export { minimiseFigure } from "./spec/minimise.ts";
export { parseFigure } from "./spec/parse.ts";
export { findPreset, PRESETS } from "./spec/presets.ts";
export { type ResolvedFigure, resolveFigure } from "./spec/resolve.ts";
export type { FigureSpec } from "./spec/schema.ts";
