import { angleOf, chordOf, inverseChordOf, inverseSineOf } from "../numerics/sphere.ts";
import { type Curve, graph, sloped } from "./curves.ts";
import { choice } from "./params.ts";

/** A distance δ(s) between unit vectors of cosine s; the cosine itself counts as the distance −s. */
interface Distance {
  readonly of: (s: number) => number;
  readonly slope: (s: number) => number;
  readonly formula: string;
}

const DISTANCES = {
  cosine: { of: (s: number) => -s, slope: () => -1, formula: "-s" },
  euclidean: { of: chordOf, slope: (s: number) => -inverseChordOf(s), formula: "d" },
  squared: { of: (s: number) => 2 - 2 * s, slope: () => -2, formula: "d^2" },
  angular: { of: angleOf, slope: (s: number) => -inverseSineOf(s), formula: "theta" },
} satisfies Record<string, Distance>;

export type DistanceName = keyof typeof DISTANCES;

export const distance = (name: DistanceName): Distance => DISTANCES[name];

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
