import type { Axes } from "../spec/axes.ts";

/** What an engine can fill: the loss, its logarithm, its margin term, both partials, |A_p′| / |A_n′|. */
export type Channel = "value" | "logValue" | "z" | "dSp" | "dSn" | "paceRatio";

export interface EngineInfo {
  readonly name: "analytic";
  /** Bits of a number. */
  readonly precision: 64;
}

/**
 * A loss over the plane, on a grid of nodes that includes the four edges: `columns` along the horizontal axis,
 * `rows` along the vertical one, row-major, first row at the start of the vertical axis. Partials are by s_p
 * and s_n, whatever the axes show.
 */
export interface Field {
  readonly axes: Axes;
  readonly columns: number;
  readonly rows: number;
  readonly channels: Readonly<Partial<Record<Channel, Float64Array>>>;
  readonly engine: EngineInfo;
}

/** A channel that was asked for when the field was filled. */
export function channelOf(field: Field, channel: Channel): Float64Array {
  const values = field.channels[channel];
  if (values === undefined) throw new Error(`field without channel ${channel}; sample it with this channel`);
  return values;
}
