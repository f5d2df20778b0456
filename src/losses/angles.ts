import { angleOf, inverseSineOf, multipleCosineOf, multipleSineRatioOf, sineOf } from "../numerics/sphere.ts";
import { type Curve, graph } from "./curves.ts";

/** cos(θ + m) and its derivative by s = cos θ, without forming the angle. */
export const shiftedCosine = {
  value: (s: number, m: number): number => s * Math.cos(m) - sineOf(s) * Math.sin(m),
  slope: (s: number, m: number): number => Math.cos(m) + s * Math.sin(m) * inverseSineOf(s),
};

/**
 * s_p where cos(k·θ_p + m) = u(s_n): one graph for every branch of the angle that lies in [0, π].
 * `target` gives u for an s_n; beyond ±1 there is no point.
 */
export function angleBranches(
  formula: string,
  k: number,
  m: number,
  target: (sn: number) => number,
): readonly Curve[] {
  const turns = Math.ceil((k * Math.PI + Math.abs(m)) / (2 * Math.PI));
  const curves: Curve[] = [];
  for (let turn = -1; turn <= turns; turn++) {
    for (const sign of [1, -1]) {
      const cosine = (sn: number): number => {
        const u = target(sn);
        if (!(Math.abs(u) <= 1)) return NaN;
        const angle = (2 * Math.PI * turn + sign * Math.acos(u) - m) / k;
        return angle >= 0 && angle <= Math.PI ? Math.cos(angle) : NaN;
      };
      curves.push(graph(formula, cosine));
    }
  }
  return curves;
}

/** ψ(θ) = (−1)^k cos(mθ) − 2k: the falling continuation of cos(mθ) (SphereFace, Eq. 7; L-Softmax, Eq. 6). */
export const foldedCosine = { value: folded, slope: foldedSlope };

/** ψ as text: one branch after the other. */
export function foldedFormula(m: number, theta = "theta"): string {
  const branches = Array.from({ length: Math.ceil(m) }, (_, k) => {
    const text = `${k % 2 === 0 ? "" : "-"}cos(m * ${theta})${k === 0 ? "" : ` - ${2 * k}`}`;
    return k === Math.ceil(m) - 1 ? text : `${theta} < ${k === 0 ? "" : `${k + 1} * `}pi / m ? ${text} : `;
  });
  return `(${branches.join("")})`;
}

const foldOf = (s: number, m: number): number =>
  Math.min(Math.floor((m * angleOf(s)) / Math.PI), Math.ceil(m) - 1);

function folded(s: number, m: number): number {
  const k = foldOf(s, m);
  return (k % 2 === 0 ? 1 : -1) * multipleCosineOf(s, m) - 2 * k;
}

function foldedSlope(s: number, m: number): number {
  return (foldOf(s, m) % 2 === 0 ? 1 : -1) * m * multipleSineRatioOf(s, m);
}

/** s_p where ψ(θ_p) = u(s_n). */
export const foldedBranch = (
  formula: string,
  m: number,
  target: (sn: number) => number,
): readonly Curve[] => [
  graph(formula, (sn) => {
    const u = target(sn);
    if (u > 1) return NaN;
    const k = Math.max(0, Math.ceil((-u - 1) / 2));
    const angle = (k * Math.PI + Math.acos(Math.min(1, Math.max(-1, u + 2 * k)))) / m;
    return angle <= Math.PI ? Math.cos(angle) : NaN;
  }),
];
