import type { GradientMode } from "../../losses/types.ts";
import type { PanelsSpec } from "../panels.ts";
import type { SurfaceSpec } from "../surface-schema.ts";
import type { Presets } from "./preset.ts";

/** A as the text of the paper has it; B measured on its drawing. */
const POINTS: NonNullable<SurfaceSpec["points"]> = [
  { name: "A", sn: 0.8, sp: 0.8 },
  { name: "B", sn: 0.4, sp: 0.6 },
];

const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];

const CIRCLE = { id: "circle", params: { gamma: 100, margin: 0.28 } } as const;
const circle = (gradient: GradientMode): SurfaceSpec["loss"] => ({ ...CIRCLE, gradient });

/** Both partials of a loss as the paper draws them: falling axes, blue–white–red by height, white dashed boundary. */
function pair(
  title: string,
  loss: SurfaceSpec["loss"],
  [heightScale, symbol]: readonly [number, string],
  top: number,
): PanelsSpec["panels"] {
  const surface = (side: "positive" | "negative"): SurfaceSpec => ({
    version: 1,
    kind: "surface",
    loss,
    axes: { negative: { range: [1, 0] }, positive: { range: [1, 0] } },
    quantity: side === "positive" ? "absDSp" : "absDSn",
    heightScale,
    heightRange: [0, top],
    heightLabel: side === "positive" ? `$|∂ℒ/∂s_p|${symbol}$` : `$|∂ℒ/∂s_n|${symbol}$`,
    palette: "height",
    samples: 48,
    camera: { azimuth: -60 },
    boxHeight: 1,
    // the curves run down the slope of the first surface and of the second
    curves: side === "positive" ? { negative: TICKS } : { positive: TICKS },
    layers: { floor: "none", legend: false },
    points: POINTS,
    readings: [{ name: "corner", sn: 1, sp: 1 }],
    boundaryAt: [0, 0.65],
  });
  return [
    { title: `${title}, negative`, figure: surface("negative") },
    { title: `${title}, positive`, figure: surface("positive") },
  ];
}

/** The six surfaces of the Circle paper's Fig. 2, and Circle's own gradient beside the one that is drawn there. */
export const CIRCLE_SURFACES: Presets<PanelsSpec> = {
  "circle-fig2": {
    title: "Circle paper, Fig. 2: sizes of the gradients of three losses",
    spec: {
      version: 1,
      kind: "panels",
      columns: 4,
      panels: [
        ...pair("Triplet", { id: "triplet:cosine", params: { margin: 0.35 } }, [1, ""], 1),
        ...pair("AM-Softmax", { id: "am-softmax", params: { gamma: 30, margin: 0.35 } }, [30, " / γ"], 1),
        ...pair("Circle, attached", circle("attached"), [200, " / 2γ"], 1),
        ...pair("Circle, detached", circle("detached"), [100, " / γ"], 1.28),
      ],
    },
  },
};
