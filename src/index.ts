/** The public surface of Marginscape. */

import { provideAll } from "./figures/at-once.ts";

export type { Batch } from "./batch/batch.ts";
export { evaluateBatch } from "./batch/evaluate.ts";
export { pairGraph } from "./batch/pair-graph.ts";
export {
  drawFigure,
  drawLandscapeSpec,
  type DrawnLandscape,
  figureFacts,
  figureJson,
  figureSvg,
  recipeOf,
} from "./export/figure.ts";
export { type Snippet, type SnippetOptions, snippets } from "./export/snippets.ts";
export { type ExportOptions, type SweepOptions as MotionOptions } from "./export/options.ts";
export { FORMAT_IDS, FORMATS, type FormatId, writeFigure } from "./export/formats.ts";
export { browserPlatform } from "./export/platform-browser.ts";
export type { Platform } from "./export/platform.ts";
export { readRecipe } from "./export/recipe/read.ts";
export { toSvg, type SvgOptions } from "./export/svg.ts";
export { drawFigureWhenTypeset, needsTypesetting, typesetLabels } from "./export/typeset.ts";
export { drawLandscape, type LandscapeData, landscapeData } from "./figures/landscape.ts";
export type { Scene, SceneNode } from "./figures/scene.ts";
export { FormulaError } from "./formula/formula-error.ts";
export { forkedText } from "./formula/fork.ts";
export { gradientTex, lossTex } from "./formula/loss-tex.ts";
export { pythonCode } from "./formula/python.ts";
export { metricLearningCall, pytorchMetricLearningCall } from "./formula/pytorch-metric-learning.ts";
export { typedLoss } from "./formula/typed-loss.ts";
export type { Program } from "./formula/program.ts";
export { compileLoss, parameterNumbers } from "./formula/compile.ts";
export type { KernelModule } from "./kernels/instance.ts";
export { loadKernels } from "./kernels/load.ts";
export { type KernelPair, pairedKernels } from "./kernels/pair.ts";
export { bibtex } from "./losses/bibtex.ts";
export type { Curve, Point } from "./losses/curves.ts";
export { coupledLoss, decoupledLoss } from "./losses/define.ts";
export { InputError } from "./losses/errors.ts";
export { LOSSES } from "./losses/index.ts";
export { findLoss, type NamedLoss, namedLoss } from "./losses/lookup.ts";
export type { Params, ParamSpec } from "./losses/params.ts";
export { planePoint } from "./losses/plane-form.ts";
export type * from "./losses/types.ts";
export { type Channel, channelOf, type Field } from "./plane/field.ts";
export { type LossOnPlane, sampleLoss } from "./plane/engine.ts";
export { fieldTiles, type GridRequest, type TileEngine } from "./plane/field-tiles.ts";
export { fillField, fillFieldTogether } from "./plane/fast/fill.ts";
export type { FastOptions } from "./plane/fast/plan.ts";
export { type ProgramOptions, sampleProgram } from "./plane/tiles/sample-program.ts";
export { type Gpu, type GpuOptions, requestGpu } from "./plane/webgpu/gpu.ts";
export { GpuUnavailable } from "./plane/webgpu/unavailable.ts";
export { quantityValues, type QuantityValues } from "./plane/quantity.ts";
export { sampleField, type SampleOptions } from "./plane/sample.ts";
export { analyseRegion, type RegionAnalysis } from "./region/analysis.ts";
export { analysisInWords } from "./region/analysis-words.ts";
export type { Answer, Setting, Situation } from "./region/choosing/answers.ts";
export { UNITS as ANSWER_UNITS } from "./region/choosing/answers.ts";
export { type Change, changeNumbers, type ChangeNumbers } from "./region/choosing/change.ts";
export { changeFigure } from "./region/choosing/change-figure.ts";
export { chooseNumbers, situationOf } from "./region/choosing/choosing.ts";
export { answerInWords, ENGLISH } from "./region/choosing/english.ts";
export { equalSlope, type EqualSlope } from "./region/choosing/equal-slope.ts";
export type { AnswerWords, ChoosingWords } from "./region/choosing/language.ts";
export { type Boundary, boundaryLevels, decisionBoundary, traceBoundary } from "./region/boundary.ts";
export { planeDifference, type PlaneDifference } from "./region/difference.ts";
export { describeRegion, type Region } from "./region/describe.ts";
export { descentFlow } from "./region/flow.ts";
export { type DescentPath, descentSteps } from "./region/paths.ts";
export { type Frame, type Piece, pointsAlong } from "./region/pieces.ts";
export { MEASURES, type MeasureId } from "./region/sweep/measures.ts";
export { sweep, type Sweep, type SweepOptions } from "./region/sweep/sweep.ts";
export type { RegionWords } from "./region/language.ts";
export { regionInWords } from "./region/words.ts";
export { QUANTITIES, type QuantityId } from "./spec/quantities.ts";
export { chosenLoss, figureLoss, type LossChoice } from "./spec/figure-loss.ts";
export { decodeLink, encodeLink } from "./spec/link.ts";
export {
  type FigureSpec,
  minimiseFigure,
  parseFigure,
  type ResolvedFigure,
  resolveFigure,
} from "./spec/figure.ts";
export { findPreset, PRESETS } from "./spec/presets.ts";
export { type ResolvedLandscape, resolveLandscape } from "./spec/landscape.ts";
export type { Facts, Prepared } from "./figures/prepared.ts";
export { prepareFigure } from "./figures/figure.ts";
export type { LandscapeSpec } from "./spec/landscape-schema.ts";

// whoever uses the library waits for nothing
provideAll();
