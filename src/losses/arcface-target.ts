import { angleBranches, shiftedCosine } from "./angles.ts";
import { type Curve, graph, level } from "./curves.ts";
import { deng2019 } from "./citations.ts";
import { choice, number, scale } from "./params.ts";

/** ArcFace's target T(s) = cos(θ + m) with its three continuations beyond θ = π − m. */
export type Continuation = "monotone" | "easy" | "none";

export const arcfaceSource = { ...deng2019, equation: "Eq. 3" };

const beyond = (s: number, m: number): boolean => s < -Math.cos(m);

export function targetOf(s: number, m: number, easy: Continuation): number {
  if (easy === "easy" && s <= 0) return s;
  if (easy === "monotone" && beyond(s, m)) return s - m * Math.sin(m);
  return shiftedCosine.value(s, m);
}

export function targetSlope(s: number, m: number, easy: Continuation): number {
  if (easy === "easy" && s <= 0) return 1;
  if (easy === "monotone" && beyond(s, m)) return 1;
  return shiftedCosine.slope(s, m);
}

/** The same as text, for `s` and `theta`. */
export function targetFormula(easy: Continuation, m = "margin"): string {
  const shifted = `cos(theta + ${m})`;
  if (easy === "none") return shifted;
  if (easy === "easy") return `(s > 0 ? ${shifted} : s)`;
  return `(s >= -cos(${m}) ? ${shifted} : s - ${m} * sin(${m}))`;
}

/** T(s_p) = s_n + shift, with the jump at s_p = 0 of the easy continuation. */
export function targetBoundary(m: number, easy: Continuation, shift: number): readonly Curve[] {
  const formula = "cos(acos(s_n + shift) - margin)";
  const target = (sn: number): number => sn + shift;
  if (easy === "none") return angleBranches(formula, 1, m, target);
  const inside = (sn: number): number => {
    const u = target(sn);
    const angle = Math.acos(u) - m;
    const holds = angle >= 0 && (easy === "monotone" ? angle <= Math.PI - m : angle < Math.PI / 2);
    return holds ? Math.cos(angle) : NaN;
  };
  const first = graph(formula, inside);
  if (easy === "monotone") return [first];
  return [
    first,
    graph("s_n + shift", (sn) => (target(sn) <= 0 && target(sn) >= -1 ? target(sn) : NaN)),
    { ...level(0, { sn: [-Math.sin(m) - shift, -shift] }), jump: true },
  ];
}

export const angularMargin = number({
  symbol: "m",
  label: "angular margin",
  default: 0.5,
  min: 0,
  max: 1.5,
  slider: [0, 1],
  unit: "radians",
  effect: "Demands that the angle to the own class be smaller than to others by this much.",
});

export const continuation = choice({
  label: "beyond π − m",
  options: ["monotone", "easy", "none"],
  default: "monotone",
  effect: "How T goes on where θ + m passes π: falling on, margin only for s > 0, or cos(θ + m) all the way.",
});

export const arcfaceParams = { gamma: scale(64, [1, 128]), margin: angularMargin, easy: continuation };
