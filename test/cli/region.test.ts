import { describe, expect, it } from "vitest";
import { printed } from "./run.ts";

interface Place {
  readonly sn: number;
  readonly sp: number;
}
interface Piece {
  readonly kind: string;
  readonly from: Place;
  readonly to: Place;
  readonly centre?: Place;
  readonly radius?: number;
  readonly slope?: number;
  readonly intercept?: number;
}
interface Region {
  readonly loss: string;
  readonly params: Record<string, number | string>;
  readonly counts: { readonly K: number; readonly L: number };
  readonly crossings: readonly (Place & { readonly edge: string })[];
  readonly T: Place | null;
  readonly targetArea: number | null;
  readonly targetShare: number | null;
  readonly boundary: { readonly origin: string; readonly pieces: readonly Piece[] };
}

const region = async (...args: string[]): Promise<Region> =>
  JSON.parse(await printed(["region", ...args, "--json"])) as Region;

const near = (actual: number | null | undefined, expected: number): void =>
  expect(actual).toBeCloseTo(expected, 12);

describe("marginscape region --loss circle --set margin=0.25 --json", () => {
  it("gives the numbers of the paper", async () => {
    const { loss, params, counts, boundary, crossings, T, targetArea, targetShare } = await region(
      "--loss",
      "circle",
      "--set",
      "margin=0.25",
    );
    expect({ loss, params, counts }).toEqual({
      loss: "circle",
      params: { gamma: 256, margin: 0.25 },
      counts: { K: 1, L: 1 },
    });
    expect(boundary.origin).toBe("closed form");
    expect(boundary.pieces).toHaveLength(2);
    const [arc, line] = boundary.pieces;
    expect(arc).toMatchObject({ kind: "arc", centre: { sn: 0, sp: 1 }, from: { sn: -0.25, sp: 0.75 } });
    near(arc.radius, Math.SQRT2 * 0.25);
    near(arc.to.sn, Math.SQRT2 * 0.25);
    near(arc.to.sp, 1);
    expect(line).toEqual({
      kind: "line",
      slope: 0,
      intercept: 0.75,
      from: { sn: -1, sp: 0.75 },
      to: { sn: -0.25, sp: 0.75 },
    });
    expect(crossings.map(({ edge }) => edge)).toEqual(["sn-min", "sp-max"]);
    near(crossings[0].sn, 0);
    near(crossings[0].sp, 1 - Math.SQRT2 * 0.25);
    near(crossings[1].sn, Math.SQRT2 * 0.25);
    near(crossings[1].sp, 1);
    expect(T).toEqual({ sn: 0.25, sp: 0.75 });
    expect(targetArea).toBeCloseTo((Math.PI * 0.125) / 4, 9);
    expect(targetShare).toBe(targetArea);
  });

  it.each([
    ["4", "16", 80],
    ["1", "1000", 256],
    ["64", "1", 128],
  ])("with K = %s, L = %s, γ = %d has radius √(2m² − (ln K + ln L)/γ)", async (K, L, gamma) => {
    const found = await region(
      "--loss=circle",
      "--set",
      "margin=0.25",
      `--set=gamma=${gamma}`,
      "--K",
      K,
      "--L",
      L,
    );
    const [arc] = found.boundary.pieces;
    const squared = 2 * 0.25 ** 2 - (Math.log(Number(K)) + Math.log(Number(L))) / gamma;
    near((arc.radius ?? 0) ** 2, squared);
    near(found.T?.sn, Math.sqrt(squared / 2));
    expect(found.counts).toEqual({ K: Number(K), L: Number(L) });
  });

  it("with a target out of reach has no boundary, and its area is 0", async () => {
    const found = await region("--loss=circle", "--set=margin=0.1", "--set=gamma=10", "--L=1000");
    expect(found).toMatchObject({ boundary: { pieces: [] }, crossings: [], T: null, targetArea: 0 });
  });
});

describe("frames", () => {
  it("move the crossings and the area, not the boundary", async () => {
    const unit = await region("--loss=circle");
    const whole = await region("--loss=circle", "--sn=-1:1", "--sp=-1:1");
    expect(whole.boundary).toEqual(unit.boundary);
    expect(whole.crossings).toMatchObject([{ edge: "sp-max" }, { edge: "sn-min", sn: -1, sp: 0.75 }]);
    // above the line for s_n < −¼, in the circle to the right of it: ¾·¼ + r²/2 (π/2 + π/4) + ½·¼·¼
    const area = 0.75 * 0.25 + (0.125 / 2) * (0.75 * Math.PI) + 0.03125;
    expect(whole.targetArea).toBeCloseTo(area, 9);
    expect(whole.targetShare).toBeCloseTo(area / 4, 9);
  });
});

describe("other losses", () => {
  it("AM-Softmax: a straight line at the margin", async () => {
    const found = await region("--loss=am-softmax", "--set=margin=0.35");
    expect(found.boundary.pieces).toMatchObject([{ kind: "line", slope: 1, intercept: 0.35 }]);
    near(found.targetArea, 0.65 ** 2 / 2);
    expect(found.T).toBeNull();
  });

  it("a variant: Euclidean triplet at margin 0 is the diagonal", async () => {
    const found = await region("--loss=triplet:euclidean", "--set=margin=0");
    near(found.targetArea, 0.5);
    for (const { sn, sp } of found.crossings) near(sp, sn);
  });

  it("the word after the command may be the loss", async () => {
    expect(await printed(["region", "circle"])).toBe(await printed(["region", "--loss", "circle"]));
  });

  it("a word for a choice", async () => {
    const found = await region("--loss=triplet", "--set=distance=angular");
    expect(found.params["distance"]).toBe("angular");
  });
});

describe("in words", () => {
  it("say the same, without marks", async () => {
    const lines = (await printed(["region", "--loss", "circle", "--set", "margin=0.25"]))
      .trimEnd()
      .split("\n");
    expect(lines.slice(0, 5)).toEqual([
      "The decision boundary is an arc of radius 0.3536 round (0, 1), then the line s_p = 0.75 from s_n = −1 to −0.25.",
      "It meets the frame at (s_n, s_p) = (0, 0.6464) and (s_n, s_p) = (0.3536, 1).",
      "The gap s_p − s_n is smallest at T = (0.25, 0.75).",
      "The target region is 9.817 % of the frame.",
      "On the boundary in the frame pairs may stop with any s_p from 0.6464 to 1 (0.3536 wide) and any s_n from 0 to 0.3536 (0.3536 wide).",
    ]);
    expect(lines).toContain("By the attached gradient pairs come to rest at (s_n, s_p) = (0, 1).");
    expect(lines).toContain(
      "By the detached gradient pairs come to rest anywhere on s_p = 1 from s_n = −1 to −0.25.",
    );
  });

  it("say so where the target cannot be reached", async () => {
    const words = await printed(["region", "circle", "--set=margin=0.1", "--set=gamma=10", "--L=1000"]);
    expect(words.split("\n")[0]).toBe("No pair of the plane reaches the target.");
    expect(words).toContain("K = 1, L = 1000 add ln L = 6.908 to z.");
  });
});

interface PlaneSet {
  readonly share: number;
  readonly box: { readonly sn: readonly number[]; readonly sp: readonly number[] } | null;
}
interface Analysed {
  readonly ambiguity: { readonly sn: readonly number[]; readonly sp: readonly number[] } | null;
  readonly countsEffect: { readonly offset: number; readonly shift: { readonly sp: number } } | null;
  readonly gradients: Readonly<
    Record<"attached" | "detached", { readonly pullsNegativesUp: PlaneSet; readonly zero: PlaneSet } | null>
  >;
  readonly restingPlaces: Readonly<
    Record<"attached" | "detached", readonly { readonly from: Place; readonly pull: string }[] | null>
  >;
}

const analysed = async (...args: string[]): Promise<Analysed> =>
  JSON.parse(await printed(["region", ...args, "--json"])) as Analysed;

describe("gradients and resting places as numbers", () => {
  it("Circle: two fields, two resting places", async () => {
    const { gradients, restingPlaces } = await analysed("circle", "--sn=-1:1", "--sp=-1:1");
    expect(gradients.attached?.pullsNegativesUp.share).toBeCloseTo(0.125, 5);
    expect(gradients.detached?.pullsNegativesUp).toMatchObject({ share: 0, box: null });
    const drawn = (mode: "attached" | "detached") =>
      restingPlaces[mode]?.filter(({ pull }) => pull === "attracts").map(({ from }) => from);
    expect(drawn("attached")).toEqual([{ sn: 0, sp: 1 }]);
    expect(drawn("detached")).toEqual([{ sn: -1, sp: 1 }]);
  });

  it("a typed loss has the same, traced and searched", async () => {
    const { ambiguity, gradients, restingPlaces, countsEffect } = await analysed(
      "--formula",
      "relu(s_n - s_p + m)",
      "--set=m=0.3",
    );
    expect(ambiguity?.sp[0]).toBeCloseTo(0.3, 6);
    expect(gradients.attached?.zero.share).toBeCloseTo(0.245, 5);
    expect(gradients.detached).toBeNull();
    expect(restingPlaces.attached).toMatchObject([{ shape: "area", pull: "attracts" }]);
    expect(countsEffect).toBeNull();
  });

  it("K and L: what they add, and how far that moves the boundary", async () => {
    const { countsEffect } = await analysed("am-softmax", "--set=gamma=64", "--L=100000");
    near(countsEffect?.offset, Math.log(1e5));
    near(countsEffect?.shift.sp, Math.log(1e5) / 64);
  });
});
