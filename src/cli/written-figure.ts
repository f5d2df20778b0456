import { type FormatId, writeFigure } from "../export/formats.ts";
import { nodePlatform } from "../export/platform-node.ts";
import { whenLoaded } from "../formula/on-demand.ts";
import type { FigureSpec } from "../spec/figure.ts";
import { type LookFlags, withLook, writeOptions } from "./export-options.ts";

/** A figure, dressed as the flags say, as the bytes of a file; what few figures need is loaded for those. */
export const writtenFigure = (spec: FigureSpec, format: FormatId, flags: LookFlags): Promise<Uint8Array> =>
  whenLoaded(() => writeFigure(withLook(spec, flags), format, writeOptions(flags), nodePlatform));
