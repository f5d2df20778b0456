import { drawLandscapeSpec } from "../../export/figure.ts";
import { toSvg } from "../../export/svg.ts";
import type { LandscapeSpec } from "../../spec/landscape-schema.ts";
import { make } from "../dom.ts";
import { paintRasters } from "../view/raster.ts";

const WIDTH = 300;
const HEIGHT = 272;

const waiting = new WeakMap<Element, () => void>();

/** Draws a landscape when it first comes near the window: fifty at once would hold the page up. */
const watcher = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      watcher.unobserve(target);
      waiting.get(target)?.();
    }
  },
  { rootMargin: "600px" },
);

/** A small live landscape, without caption and title. */
export function thumbnail(spec: LandscapeSpec, label: string): HTMLElement {
  const canvas = make("canvas", { "aria-hidden": "true" });
  const overlay = make("div", { class: "overlay" });
  const element = make("div", { class: "thumbnail", role: "img", "aria-label": label }, canvas, overlay);
  waiting.set(element, () => {
    const dark = document.documentElement.dataset["theme"] === "dark";
    const { scene } = drawLandscapeSpec({
      ...spec,
      samples: 128,
      size: { width: WIDTH, height: HEIGHT },
      theme: dark ? "dark" : "light",
      layers: { caption: false, isolineLabels: false, isolines: 6, arrows: 9 },
    });
    overlay.innerHTML = toSvg(scene, { bitmaps: "omitted", idPrefix: `${spec.loss.id}-` });
    overlay.querySelector("svg")?.setAttribute("aria-hidden", "true");
    paintRasters(canvas, scene, Math.min(2, devicePixelRatio));
  });
  watcher.observe(element);
  return element;
}
