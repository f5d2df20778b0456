import { describe, expect, it } from "vitest";
import { namedLoss } from "../../src/losses/lookup.ts";
import { planePoint } from "../../src/losses/plane-form.ts";
import type { PlaneForm } from "../../src/losses/types.ts";
import { similarityAt } from "../../src/plane/axis.ts";
import { channelOf, type FormChannel } from "../../src/plane/field.ts";
import { sampleField } from "../../src/plane/sample.ts";
import type { Axes, Axis } from "../../src/spec/axes.ts";
import { expectClose } from "../numerics/seeded.ts";

const CHANNELS: readonly FormChannel[] = ["value", "logValue", "z", "dSp", "dSn", "paceRatio"];
const NAMES = [
  "circle:attached",
  "circle:detached",
  "triplet:euclidean",
  "lifted-structure",
  "proxy-nca",
  "proxy-anchor",
  "proxy-anchor:sample",
  "multi-similarity",
];

const AXES: readonly Axes[] = (
  [
    [
      { unit: "cosine", range: [-1, 1] },
      { unit: "cosine", range: [0, 1] },
    ],
    [
      { unit: "cosine", range: [0.9, -0.3] },
      { unit: "radians", range: [0, Math.PI] },
    ],
    [
      { unit: "degrees", range: [120, 10] },
      { unit: "chord", range: [2, 0.1] },
    ],
    [
      { unit: "chord", range: [0.2, 1.9] },
      { unit: "degrees", range: [0, 90] },
    ],
  ] as const satisfies readonly (readonly [Axis, Axis])[]
).flatMap(([negative, positive]): Axes[] => [
  { negative, positive, horizontal: "negative" },
  { negative, positive, horizontal: "positive" },
]);

/** The node at `index` of `count` along an axis, written out again. */
const nodeAt = ({ unit, range: [start, end] }: Axis, index: number, count: number): number =>
  similarityAt(unit, start + ((end - start) * index) / (count - 1));

/** |A_p′| / |A_n′| of a coupled loss, |∂_p| / |∂_n| of a decoupled one. */
function paceRatio(form: PlaneForm, sp: number, sn: number): number {
  if (form.coupling === "coupled")
    return Math.abs(form.positive.slope(sp)) / Math.abs(form.negative.slope(sn));
  const { dSp, dSn } = planePoint(form, sp, sn);
  return Math.abs(dSp) / Math.abs(dSn);
}

describe.each(NAMES)("a field of %s", (name) => {
  const { loss, params, gradient } = namedLoss(name);
  const form = loss.plane(params, { K: 2, L: 5 }, gradient);

  it("is the loss at every node, on either axis, in every unit, either way round", () => {
    for (const axes of AXES) {
      const [columns, rows] = [9, 7];
      const field = sampleField(form, axes, { columns, rows, channels: CHANNELS });
      expect([field.columns, field.rows, field.axes]).toEqual([columns, rows, axes]);
      for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++) {
          const [x, y] = axes.horizontal === "negative" ? [column, row] : [row, column];
          const [across, up] = axes.horizontal === "negative" ? [columns, rows] : [rows, columns];
          const [sn, sp] = [nodeAt(axes.negative, x, across), nodeAt(axes.positive, y, up)];
          const point = { ...planePoint(form, sp, sn), paceRatio: paceRatio(form, sp, sn) };
          for (const channel of CHANNELS) {
            const value = channelOf(field, channel)[row * columns + column];
            if (Number.isNaN(point[channel]) || !Number.isFinite(point[channel]))
              expect(value).toBe(point[channel]);
            // the last digits of a node are magnified by the slope there
            else expectClose(value, point[channel], 1e-11, 1, `${channel} at (${sp}, ${sn})`);
          }
        }
      }
    }
  });
});

describe("sampleField", () => {
  const axes = AXES[0];
  const circle = namedLoss("circle").loss.plane();
  const triplet = namedLoss("triplet").loss.plane();
  const size = { columns: 11, rows: 5 };

  it("fills only the channels that were asked for", () => {
    const field = sampleField(circle, axes, { ...size, channels: ["z"] });
    expect(Object.keys(field.channels)).toEqual(["z"]);
    expect(() => channelOf(field, "value")).toThrow(
      "field without channel value; sample it with this channel",
    );
  });

  it("uses memory again where it fits, with the same numbers", () => {
    const fresh = sampleField(triplet, axes, { ...size, channels: CHANNELS });
    const old = sampleField(circle, axes, { ...size, channels: CHANNELS });
    const reused = sampleField(triplet, axes, { ...size, channels: CHANNELS, reuse: old });
    for (const channel of CHANNELS) {
      expect(channelOf(reused, channel)).toBe(channelOf(old, channel));
      expect(channelOf(reused, channel)).toEqual(channelOf(fresh, channel));
    }
  });

  it("leaves memory that does not fit alone", () => {
    const old = sampleField(circle, axes, { columns: 4, rows: 4, channels: ["z"] });
    const before = [...channelOf(old, "z")];
    const field = sampleField(triplet, axes, { ...size, channels: ["z", "value"], reuse: old });
    expect(channelOf(field, "z").length).toBe(55);
    expect([...channelOf(old, "z")]).toEqual(before);
  });

  it("takes a loss that only knows whole points", () => {
    const pointwise: PlaneForm = { coupling: "pointwise", at: (sp, sn) => planePoint(circle, sp, sn) };
    for (const each of AXES.slice(0, 4)) {
      const options = { ...size, channels: ["value", "logValue", "z", "dSp", "dSn"] as const };
      const [whole, sides] = [sampleField(pointwise, each, options), sampleField(circle, each, options)];
      for (const channel of options.channels) {
        channelOf(whole, channel).forEach((x, i) =>
          expectClose(x, channelOf(sides, channel)[i], 1e-11, 1, channel),
        );
      }
    }
  });
});
