import { angleOf, chordOf, inverseChordOf, inverseSineOf } from "../numerics/sphere.ts";
import { type Curve, graph, sloped } from "./curves.ts";
import { choice } from "./params.ts";

/** A distance δ(s) between unit vectors of cosine s; the cosine itself counts as the distance −s. */
interface Distance {
  readonly of: (s: number) => number;
  readonly slope: (s: number) => number;
  /** −δ as text. */
  readonly nearness: string;
}

const DISTANCES = {
  cosine: { of: (s: number) => -s, slope: () => -1, nearness: "s" },
  euclidean: { of: chordOf, slope: (s: number) => -inverseChordOf(s), nearness: "-d" },
  squared: { of: (s: number) => 2 - 2 * s, slope: () => -2, nearness: "-d^2" },
  angular: { of: angleOf, slope: (s: number) => -inverseSineOf(s), nearness: "-theta" },
} satisfies Record<string, Distance>;

export type DistanceName = keyof typeof DISTANCES;

export const distance = (name: DistanceName): Distance => DISTANCES[name];

/** `margin - δ` as text. */
export function beyond(margin: string, name: DistanceName): string {
  const { nearness } = distance(name);
  return nearness.startsWith("-") ? `${margin} - ${nearness.slice(1)}` : `${margin} + ${nearness}`;
}

/** The margin, as a distance or as a cosine, against the same of a pair: `margin - d`, `s - margin`. */
export const against = (margin: string, name: "euclidean" | "cosine"): string =>
  name === "cosine" ? `s - ${margin}` : `${margin} - d`;

export const distanceChoice = <Name extends DistanceName>(options: readonly Name[], preset: Name) =>
  choice<Name>({
    label: "distance",
    options,
    default: preset,
    effect: "What is compared: cosine, chord, squared chord or angle.",
  });

/** The curve δ(s_p) − δ(s_n) + margin = 0. */
export function distanceBoundary(name: DistanceName, margin: number): readonly Curve[] {
  switch (name) {
    case "cosine":
      return [sloped(margin, 1)];
    case "squared":
      return [sloped(margin / 2, 1)];
    case "euclidean":
      return [
        graph("1 - (sqrt(2 - 2 s_n) - margin)^2 / 2", (sn) => 1 - (chordOf(sn) - margin) ** 2 / 2, {
          sn: [1 - (2 + Math.min(0, margin)) ** 2 / 2, 1 - Math.max(0, margin) ** 2 / 2],
        }),
      ];
    case "angular":
      if (Math.abs(margin) >= Math.PI) return [];
      return [
        graph("cos(acos(s_n) - margin)", (sn) => Math.cos(angleOf(sn) - margin), {
          sn: [margin < 0 ? -Math.cos(margin) : -1, Math.cos(Math.max(0, margin))],
        }),
      ];
  }
}
