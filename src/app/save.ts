import { type ExportOptions } from "../export/options.ts";
import { FORMATS, type FormatId, writeFigure } from "../export/formats.ts";
import { browserPlatform } from "../export/platform-browser.ts";
import type { FigureSpec, ResolvedFigure } from "../spec/figure.ts";
import { fileStem } from "./export/file-name.ts";

/** The figure as a file, byte for byte what the command line writes; of bitmaps, the same but for the rasteriser. */
export async function figureFile(
  spec: FigureSpec,
  format: FormatId,
  options: Partial<ExportOptions> = {},
): Promise<Blob> {
  const bytes = await writeFigure(spec, format, options, browserPlatform);
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: FORMATS[format].mime });
}

/** A figure in one of the usual formats, handed to the reader under its usual name. */
export async function saveFigure(figure: ResolvedFigure, format: FormatId): Promise<void> {
  download(await figureFile(figure, format), `${fileStem(figure)}.${format}`);
}

/** Hands a file to the reader. */
export function download(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
