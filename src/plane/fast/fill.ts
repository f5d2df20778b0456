import { fillRows } from "../../kernels/fused.ts";
import type { KernelModule } from "../../kernels/instance.ts";
import type { KernelPair } from "../../kernels/pair.ts";
import type { CoupledForm, PlaneForm } from "../../losses/types.ts";
import type { Axes } from "../../spec/axes.ts";
import type { EngineInfo, Field, Numbers } from "../field.ts";
import { sampleField } from "../sample.ts";
import { type Arrays, arraysFor } from "./buffers.ts";
import { fillDecoupled } from "./decoupled.ts";
import { fillByLink, fillSum } from "./plain-kinked.ts";
import { fillSoftplus, fillTabulatedSoftplus, type Outputs } from "./plain-softplus.ts";
import { type CoupledPlan, coupledPlan, type FastOptions, isFast } from "./plan.ts";
import { partialOf, type Terms } from "./terms.ts";

/**
 * As `sampleField`, in the precision asked for and several times as fast, with vector kernels where they are given.
 * Channels beside value, z and the partials, losses that do not separate, links without a kernel and arguments out of
 * range are left to `sampleField`; the field's `engine` says which filled it, and in which precision.
 */
export function fillField(form: PlaneForm, axes: Axes, options: FastOptions, kernels?: KernelModule): Field {
  const started = start(form, axes, options, kernels);
  if (!("work" in started)) return started;
  const { field, work, outputs } = started;
  const { tables, terms } = work;
  if (tables && kernels) fillRows(kernels, tables, 0, terms.up.logit.length, outputs, 0);
  return field;
}

/** As `fillField`, with a worker beside this thread: every number is the same. */
export async function fillFieldTogether(
  form: PlaneForm,
  axes: Axes,
  options: FastOptions,
  kernels: KernelModule,
  pair: KernelPair,
): Promise<Field> {
  const started = start(form, axes, options, kernels);
  if (!("work" in started)) return started;
  const { field, work, outputs } = started;
  if (work.tables) await pair.fill(work.tables, outputs);
  return field;
}

/** A field of which the fused kernels still have to fill the outputs. */
interface Started {
  readonly field: Field;
  readonly work: CoupledPlan;
  readonly outputs: readonly [Numbers | undefined, Numbers | undefined, Numbers | undefined];
}

function start(
  form: PlaneForm,
  axes: Axes,
  options: FastOptions,
  kernels: KernelModule | undefined,
): Field | Started {
  const { columns, rows, channels, reuse } = options;
  if (form.coupling === "pointwise" || !isFast(form, channels)) return sampleField(form, axes, options);
  const fieldOf = (arrays: Arrays, engine: EngineInfo): Field => ({
    axes,
    columns,
    rows,
    channels: arrays,
    engine,
  });
  const cells = columns * rows;
  if (form.coupling === "decoupled") {
    const { precision } = options;
    const arrays = arraysFor(channels, cells, precision, reuse);
    fillDecoupled(form, axes, options, arrays, kernels);
    return fieldOf(arrays, { name: kernels ? "kernels" : "analytic", precision });
  }
  const work = coupledPlan(form, axes, options, kernels);
  if (!work) return sampleField(form, axes, options);
  const { terms, precision, tables, zTables } = work;
  const arrays = arraysFor(channels, cells, precision, reuse);
  const outputs = [arrays.value, arrays[partialOf(terms.across)], arrays[partialOf(terms.up)]] as const;
  if (arrays.z && kernels && zTables) fillRows(kernels, zTables, 0, rows, [arrays.z], 0);
  else if (arrays.z) fillSum(terms.across.logit, terms.up.logit, arrays.z);
  if (!tables) fillPlainly(form, work, terms, outputs);
  return { field: fieldOf(arrays, { name: tables ? "kernels" : "analytic", precision }), work, outputs };
}

function fillPlainly(
  form: CoupledForm,
  { link, precision }: CoupledPlan,
  terms: Terms,
  [value, byAcross, byUp]: Started["outputs"],
): void {
  const outputs: Outputs = { value, byAcross, byUp };
  if (!value && !byAcross && !byUp) return;
  if (link.name !== "softplus") fillByLink(terms, form.link, outputs);
  else if (precision === 32 && terms.high > 0) fillTabulatedSoftplus(terms, link.constant, outputs);
  else fillSoftplus(terms, link.constant, outputs);
}
