import { describe, expect, it } from "vitest";
import { handleAt } from "../../../src/app/hands/handles.ts";
import { placeOf, pointAt } from "../../../src/app/hands/place.ts";
import { drawLandscapeSpec } from "../../../src/export/figure.ts";
import type { LandscapeSpec } from "../../../src/spec/landscape-schema.ts";

const SIZE = [500, 500] as const;

const circle: LandscapeSpec = {
  version: 1,
  loss: { id: "circle", params: { margin: 0.25 } },
  samples: 32,
  points: [
    { name: "A", sn: 0.2, sp: 0.2 },
    { name: "T", at: "tangent" },
  ],
  paths: [{ from: { sn: 0.8, sp: 0.4 } }],
};
const drawn = drawLandscapeSpec(circle);

describe("a hand on a landscape", () => {
  it("takes a marked point that lies near enough, and moves it alone", () => {
    const handle = handleAt(drawn, [0.21, 0.2], SIZE);
    expect(handle?.name).toBe("point A");
    expect(handle?.hint).toBe("point A: drag it");
    expect(handle?.moved(drawn.figure, { sn: 0.5, sp: 0.9 })?.points).toEqual([
      { name: "A", sn: 0.5, sp: 0.9 },
      { name: "T", at: "tangent" },
    ]);
    expect(handleAt(drawn, [0.4, 0.2], SIZE)).toBeUndefined();
  });

  it("takes the start of a path", () => {
    const handle = handleAt(drawn, [0.8, 0.4], SIZE);
    expect(handle?.name).toBe("start 1");
    expect(handle?.moved(drawn.figure, { sn: 0.6, sp: 0.5 })?.paths?.[0]).toMatchObject({
      from: { sn: 0.6, sp: 0.5 },
    });
  });

  it("takes the boundary: T is dragged, m follows", () => {
    const handle = handleAt(drawn, [0.25, 0.75], SIZE);
    expect(handle?.name).toBe("decision boundary");
    expect(handle?.hint).toBe("decision boundary: drag it, and m follows");
    expect(handle?.moved(drawn.figure, { sn: 0.3, sp: 0.7 })?.loss.params).toMatchObject({ margin: 0.3 });
  });

  it("leaves the boundary alone where it is not drawn, or cannot be moved there", () => {
    const bare = drawLandscapeSpec({ ...circle, layers: { boundary: "none" } });
    expect(handleAt(bare, [0.25, 0.75], SIZE)).toBeUndefined();
    const am = drawLandscapeSpec({ version: 1, loss: { id: "am-softmax" }, samples: 32 });
    const handle = handleAt(am, [0.2, 0.55], SIZE);
    expect(handle?.name).toBe("decision boundary");
    expect(handle?.moved(am.figure, { sn: 1, sp: 0 })).toBeUndefined();
  });
});

describe("places in the frame", () => {
  it("are similarities and back, on every unit and either way round", () => {
    for (const unit of ["cosine", "degrees", "chord"] as const)
      for (const horizontal of ["negative", "positive"] as const) {
        const { axes } = drawLandscapeSpec({
          ...circle,
          points: [],
          paths: [],
          axes: { negative: { unit }, positive: { unit }, horizontal },
        }).figure;
        const point = { sn: 0.3, sp: 0.8 };
        const back = pointAt(axes, placeOf(axes, point));
        expect(back.sn).toBeCloseTo(0.3, 12);
        expect(back.sp).toBeCloseTo(0.8, 12);
      }
  });
});
