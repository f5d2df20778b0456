import type { FigureSpec } from "../spec/figure.ts";
import { utf8 } from "./bytes.ts";
import { EXPORT_DEFAULTS, type ExportOptions } from "./options.ts";
import type { Platform } from "./platform.ts";

export interface Format {
  /** What a person calls it. */
  readonly name: string;
  readonly extension: string;
  readonly mime: string;
  /** Which of the options make a difference. */
  readonly uses?: readonly ("text" | "scale" | "sweep")[];
  readonly write: (spec: FigureSpec, options: ExportOptions, platform: Platform) => Promise<Uint8Array>;
}

/** Every format a figure can be written in: one entry each, its code loaded when it is asked for. */
export const FORMATS = {
  svg: {
    name: "SVG",
    extension: "svg",
    mime: "image/svg+xml",
    uses: ["text"],
    write: async (spec, { text }, platform) => {
      const { drawFigure, figureSvg, recipeOf } = await import("./figure.ts");
      if (text === "text") return utf8(figureSvg(spec));
      const [{ outlined }, { toSvg }] = await Promise.all([import("./outlines.ts"), import("./svg.ts")]);
      return utf8(toSvg(await outlined(drawFigure(spec), platform), { recipe: recipeOf(spec) }));
    },
  },
  png: {
    name: "PNG",
    extension: "png",
    mime: "image/png",
    uses: ["scale"],
    write: async (spec, { scale }, platform) => {
      const [{ drawFigure, recipeOf }, { toSvg }, { describedPng }] = await Promise.all([
        import("./figure.ts"),
        import("./svg.ts"),
        import("./recipe/png.ts"),
      ]);
      const scene = drawFigure(spec);
      const png = await platform.png(toSvg(scene, { runs: "placed" }), scale);
      return describedPng(png, { ...scene, recipe: recipeOf(spec), scale });
    },
  },
  pdf: {
    name: "PDF",
    extension: "pdf",
    mime: "application/pdf",
    uses: ["text"],
    write: async (spec, { text }, platform) => {
      const [{ drawFigure, recipeOf }, { toPdf }] = await Promise.all([
        import("./figure.ts"),
        import("./pdf/write.ts"),
      ]);
      const drawn = drawFigure(spec);
      const scene = text === "text" ? drawn : await (await import("./outlines.ts")).outlined(drawn, platform);
      return toPdf(scene, recipeOf(spec), platform);
    },
  },
  html: {
    name: "interactive page (HTML)",
    extension: "html",
    mime: "text/html",
    write: async (spec, _, platform) => (await import("./html.ts")).writeHtml(spec, platform),
  },
  tex: {
    name: "TikZ/PGF",
    extension: "tex",
    mime: "application/x-tex",
    write: async (spec, _, platform) => {
      const [{ drawFigure, recipeOf }, { writeTikz }] = await Promise.all([
        import("./figure.ts"),
        import("./tikz/write.ts"),
      ]);
      return utf8(await writeTikz(drawFigure(spec), recipeOf(spec), platform));
    },
  },
  csv: {
    name: "numbers (CSV)",
    extension: "csv",
    mime: "text/csv",
    write: async (spec) => (await import("./data/figure-data.ts")).figureCsv(spec),
  },
  npy: {
    name: "numbers of a field (NPY)",
    extension: "npy",
    mime: "application/octet-stream",
    write: async (spec) => (await import("./data/figure-data.ts")).figureNpy(spec),
  },
  gif: {
    name: "GIF of a sweep",
    extension: "gif",
    mime: "image/gif",
    uses: ["scale", "sweep"],
    write: async (...all) => (await import("./motion/write.ts")).writeGif(...all),
  },
  webm: {
    name: "WebM video of a sweep",
    extension: "webm",
    mime: "video/webm",
    uses: ["scale", "sweep"],
    write: async (...all) => (await import("./motion/write.ts")).writeWebm(...all),
  },
  json: {
    name: "spec (JSON)",
    extension: "json",
    mime: "application/json",
    write: async (spec) => utf8((await import("./figure.ts")).figureJson(spec)),
  },
  data: {
    name: "numbers and facts (JSON)",
    extension: "json",
    mime: "application/json",
    write: async (spec) => (await import("./data/figure-data.ts")).figureData(spec),
  },
} as const satisfies Record<string, Format>;

export type FormatId = keyof typeof FORMATS;

export const FORMAT_IDS = Object.keys(FORMATS) as readonly FormatId[];

/** A figure as the bytes of a file. Throws `InputError` for a figure or options that are not legal. */
export async function writeFigure(
  spec: FigureSpec,
  format: FormatId,
  options: Partial<ExportOptions>,
  platform: Platform,
): Promise<Uint8Array> {
  await (await import("./typeset.ts")).typesetLabels(spec);
  return (FORMATS[format] as Format).write(spec, { ...EXPORT_DEFAULTS, ...options }, platform);
}
