import type { Axes } from "../spec/axes.ts";

/** What the closed form of a loss says: the loss, its logarithm, its margin term, both partials, |A_p′| / |A_n′|. */
export type FormChannel = "value" | "logValue" | "z" | "dSp" | "dSn" | "paceRatio";

/** What only its formula says: the curl of both partials, and the larger eigenvalue of the Hessian. */
export type SecondChannel = "curl" | "curvature";

/** What an engine can fill. */
export type Channel = FormChannel | SecondChannel;

export const isSecond = (channel: Channel): channel is SecondChannel =>
  channel === "curl" || channel === "curvature";

/** What filled a field: closed forms, a formula's tiles, vector kernels, or a GPU. */
export interface EngineInfo {
  readonly name: "analytic" | "formula" | "kernels" | "webgpu";
  /** Bits of a number. */
  readonly precision: 32 | 64;
  /** The GPU, as it names itself. */
  readonly device?: string;
}

/** Numbers of a grid, in the precision of the engine that filled it. */
export type Numbers = Float64Array | Float32Array;

/**
 * A loss over the plane, on a grid of nodes that includes the four edges: `columns` along the horizontal axis,
 * `rows` along the vertical one, row-major, first row at the start of the vertical axis. Partials are by s_p
 * and s_n, whatever the axes show.
 */
export interface Field {
  readonly axes: Axes;
  readonly columns: number;
  readonly rows: number;
  /** Given where the field holds only some rows of the grid. */
  readonly band?: Band | undefined;
  readonly channels: Readonly<Partial<Record<Channel, Numbers>>>;
  readonly engine: EngineInfo;
}

/** A stretch of rows: those from `first` on, of a grid that has `of` of them. */
export interface Band {
  readonly first: number;
  readonly of: number;
}

/** A channel that was asked for when the field was filled. */
export function channelOf(field: Field, channel: Channel): Numbers {
  const values = field.channels[channel];
  if (values === undefined) throw new Error(`field without channel ${channel}; sample it with this channel`);
  return values;
}
