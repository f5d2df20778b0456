import { describe, expect, it } from "vitest";
import { chosenLoss } from "../../src/spec/figure-loss.ts";
import { knownScale, scaleOf } from "../../src/spec/loss-scale.ts";
import type { Similarity } from "../../src/spec/axes.ts";

const scale = (id: string, side: Similarity = "positive") => {
  const { loss, params } = chosenLoss({ id });
  const found = scaleOf(loss, params, side);
  return found && [found.id, found.value];
};

describe("the scale of a side", () => {
  it("is γ where there is γ", () => {
    expect(scale("circle")).toEqual(["gamma", 256]);
    expect(scale("arcface:insightface")).toEqual(["gamma", 64]);
  });

  it("is the one that the side's own transform uses", () => {
    expect(scale("multi-similarity", "positive")).toEqual(["alpha", 2]);
    expect(scale("multi-similarity", "negative")).toEqual(["beta", 50]);
  });

  it("is the inverse of a temperature", () => {
    expect(scale("info-nce:simclr")).toEqual(["tau", 2]);
  });

  it("is that of the whole loss where its sides have no transforms", () => {
    expect(scale("curricularface")?.[0]).toBe("gamma");
  });

  it("may not exist", () => {
    expect(scale("triplet")).toBeUndefined();
    const { loss, params } = chosenLoss({ id: "triplet" });
    expect(() => knownScale(loss, params, "positive", "curves[0].draw.perScale")).toThrow(
      "invalid curves[0].draw.perScale: true; expected false, triplet has no scale",
    );
  });
});
