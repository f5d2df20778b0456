import { describe, expect, it } from "vitest";
import { blankOf } from "../../../src/app/settings/blank.ts";
import { fieldsOf } from "../../../src/spec/fields.ts";
import { parseLandscape } from "../../../src/spec/landscape.ts";

describe("a new entry of a list", () => {
  it("is a point that a landscape takes", () => {
    const fields = fieldsOf("landscape");
    const points =
      fields.type === "object" ? fields.entries.find(([key]) => key === "points")?.[1] : undefined;
    if (points?.type !== "list") throw new Error("points are no list");
    const point = blankOf(points.item);
    expect(parseLandscape({ version: 1, loss: { id: "circle" }, points: [point] }).points).toHaveLength(1);
  });
});
