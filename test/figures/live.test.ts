import { describe, expect, it } from "vitest";
import { canBeLive } from "../../src/figures/live.ts";
import { LOSSES } from "../../src/losses/index.ts";
import { resolveLandscape } from "../../src/spec/landscape.ts";
import { LANDSCAPES } from "../../src/spec/presets/landscapes.ts";
import { type QuantityId, QUANTITY_IDS } from "../../src/spec/quantities.ts";
import type { LandscapeSpec } from "../../src/spec/landscape-schema.ts";
import { BARE, both, offShare } from "./live-support.ts";

const isLive = (id: string, quantity: QuantityId): boolean =>
  canBeLive(resolveLandscape({ version: 1, loss: { id }, quantity }));

describe("the colours of a picture while a parameter is dragged", () => {
  it("leaves to the exact figure what its engines cannot fill", () => {
    const left = LOSSES.flatMap(({ id }) => QUANTITY_IDS.filter((quantity) => !isLive(id, quantity)));
    expect(new Set(left)).toEqual(new Set(["curl", "curvature", "logLoss"]));
    expect(isLive("circle", "logLoss")).toBe(true);
    expect(isLive("pnp", "logLoss")).toBe(false);
  });

  const subjects = LOSSES.flatMap(({ id }) =>
    QUANTITY_IDS.filter((quantity) => isLive(id, quantity)).map((quantity) => [id, quantity] as const),
  );

  // of 128 nodes none lies on a jump, and few on the seam of two shades, where a rounding error would choose
  it.each(subjects)("are those of the exact figure: %s, %s", (id, quantity) => {
    const found = both({ version: 1, loss: { id }, quantity, samples: 128, layers: BARE });
    expect(offShare(found, 2)).toBeLessThan(0.001);
  });

  const others: Record<string, Partial<LandscapeSpec>> = {
    "a logarithmic scale": { look: { scale: "log" } },
    "a symmetric logarithmic scale": { quantity: "dSp", look: { scale: "log" } },
    "another map": { look: { sequential: "cividis" } },
    "turned axes over angles": {
      quantity: "embeddingP",
      axes: {
        horizontal: "positive",
        negative: { unit: "degrees" },
        positive: { unit: "chord", range: [2, 0] },
      },
    },
    "sines upwards": { quantity: "embeddingN", axes: { horizontal: "positive" } },
    "many of each": { counts: { K: 3, L: 100 } },
    "an odd number of nodes": { samples: 101 },
    "a typed loss": {
      loss: { id: "formula", formula: "gamma = 40\nsoftplus(gamma * (s_n^2 - s_p))" },
      quantity: "dSn",
    },
  };
  it.each(Object.entries(others))("are those of the exact figure: %s", (_, over) => {
    const found = both({ version: 1, loss: { id: "circle" }, samples: 128, layers: BARE, ...over });
    expect(offShare(found, 2)).toBeLessThan(0.001);
  });

  it.each(Object.keys(LANDSCAPES))("have the domain of the exact figure: %s", (name) => {
    const { live, exact } = both(LANDSCAPES[name].spec);
    for (const key of ["low", "high", "from", "to"] as const)
      expect(live.domain[key]).toBeCloseTo(exact.domain[key], 9);
    expect({ ...live.domain, low: 0, high: 0, from: 0, to: 0 }).toEqual({
      ...exact.domain,
      low: 0,
      high: 0,
      from: 0,
      to: 0,
    });
  });
});
