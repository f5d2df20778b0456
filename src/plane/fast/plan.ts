import { fitsArena, type FusedTables } from "../../kernels/fused.ts";
import type { KernelModule } from "../../kernels/instance.ts";
import type { CoupledForm, PlaneForm } from "../../losses/types.ts";
import type { Axes } from "../../spec/axes.ts";
import type { Channel } from "../field.ts";
import type { SampleOptions } from "../sample.ts";
import { LARGEST_LOGIT } from "./factors.ts";
import { type KnownLink, knownLink } from "./link.ts";
import { fusedTables, sumTables } from "./tables.ts";
import { coupledTerms, type Terms } from "./terms.ts";

/** A field asked for in a precision. */
export interface FastOptions extends SampleOptions {
  /** 32: a preview, each channel within 1e-6 of its largest value; 64: within 1e-15. */
  readonly precision: 32 | 64;
}

/** How a coupled loss is filled. */
export interface CoupledPlan {
  readonly terms: Terms;
  readonly link: KnownLink;
  readonly precision: 32 | 64;
  /** Absent without kernels, or where they have no room: plain TypeScript then. */
  readonly tables?: FusedTables;
  /** z itself; there only if it is asked for. */
  readonly zTables?: FusedTables;
}

const CHANNELS: ReadonlySet<Channel> = new Set<Channel>(["value", "dSp", "dSn", "z"]);

/** Below these values of z the loss itself is below the normal numbers of the precision, or nearly. */
const LOWEST_TOP = { 32: -60, 64: -600 } as const;

/** Whether the fast engines fill this at all; the analytic engine fills everything. */
export const isFast = (form: PlaneForm, channels: readonly Channel[]): boolean =>
  form.coupling !== "pointwise" && channels.every((channel) => CHANNELS.has(channel));

/** Undefined where the link has no kernel or its arguments leave the range of the fast engines. */
export function coupledPlan(
  form: CoupledForm,
  axes: Axes,
  { columns, rows, channels, precision: asked }: FastOptions,
  kernels: KernelModule | undefined,
): CoupledPlan | undefined {
  const link = knownLink(form.link);
  const terms = link && coupledTerms(form, axes, columns, rows);
  if (!link || !terms) return undefined;
  const precision = asked === 32 && link.name === "softplus" && terms.high < LOWEST_TOP[32] ? 64 : asked;
  const isInRange = terms.high >= LOWEST_TOP[64] && terms.largest < LARGEST_LOGIT;
  if (link.name === "softplus" && !isInRange) return undefined;
  if (!kernels) return { terms, link, precision };
  const wanted = new Set(channels);
  const tables = fusedTables(terms, link, precision, wanted);
  if (!fitsArena(tables, kernels)) return { terms, link, precision };
  if (!wanted.has("z")) return { terms, link, precision, tables };
  const zTables = sumTables(terms.across.logit, terms.up.logit, precision);
  return { terms, link, precision, tables, zTables };
}
