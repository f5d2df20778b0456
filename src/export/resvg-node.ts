import type { RenderedImage, ResvgRenderOptions } from "@resvg/resvg-js";

/** Draws an SVG document. */
type Draw = (svg: string, options: ResvgRenderOptions) => RenderedImage;

/** What the package for one machine exports: the same class, which wants its options written. */
interface Native {
  readonly Resvg: new (svg: string, options: string) => { readonly render: () => RenderedImage };
}

/**
 * To learn which C library it runs on, resvg asks Node for a whole report of the process: 5 ms of a cold start. npm
 * installs what runs here alone, so what is for the usual library is there, or else resvg may find out.
 */
export async function loadResvg(): Promise<Draw> {
  const native = process.platform === "linux" ? await usualOfLinux() : undefined;
  if (native) return (svg, options) => new native.Resvg(svg, JSON.stringify(options)).render();
  const { Resvg } = await import("@resvg/resvg-js");
  return (svg, options) => new Resvg(svg, options).render();
}

async function usualOfLinux(): Promise<Native | undefined> {
  const { createRequire } = await import("node:module");
  const own = createRequire(import.meta.url);
  try {
    return createRequire(own.resolve("@resvg/resvg-js"))(
      `@resvg/resvg-js-linux-${process.arch}-gnu`,
    ) as Native;
  } catch {
    return undefined;
  }
}
