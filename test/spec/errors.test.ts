import { describe, expect, it } from "vitest";
import { InputError } from "../../src/losses/errors.ts";
import { decodeLink } from "../../src/spec/link.ts";
import { parseLandscape } from "../../src/spec/landscape.ts";
import { resolveLandscape } from "../../src/spec/landscape.ts";

function messageOf(f: () => unknown): string {
  try {
    f();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
  return "nothing thrown";
}

/** What is said of a figure of Circle loss with these keys. */
const saidOf = (keys: object): string =>
  messageOf(() => parseLandscape({ version: 1, loss: { id: "circle" }, ...keys }));

describe("a figure that is not one", () => {
  it.each([
    [null, "invalid figure: null; expected a figure: an object with version 1"],
    [undefined, "invalid figure: nothing; expected a figure: an object with version 1"],
    [7, "invalid figure: 7; expected a figure: an object with version 1"],
    [{}, "invalid version: nothing; expected 1"],
    [[], "invalid figure: []; expected a figure: an object with version 1"],
    ["[]", "invalid figure: []; expected a figure: an object with version 1"],
    [{ version: 1 }, "invalid loss: nothing; expected an object with an id"],
    [{ version: 1, loss: "circle" }, 'invalid loss: "circle"; expected an object with an id'],
    [{ version: 1, loss: {} }, "invalid loss.id: nothing; expected the id of a loss"],
    [{ version: 1, loss: { id: 3 } }, "invalid loss.id: 3; expected the id of a loss"],
    [{ version: 2, loss: { id: "circle" } }, "invalid version: 2; expected 1"],
    [{ version: 1, loss: { id: "circle" }, axes: [] }, "invalid axes: []; expected an object"],
    [{ version: 1, loss: { id: "circle", params: [] } }, "invalid loss.params: []; expected an object"],
    [{ version: "1", loss: { id: "circle" } }, 'invalid version: "1"; expected 1'],
  ])("%o", (input, message) => {
    expect(messageOf(() => parseLandscape(input))).toBe(message);
  });

  it("is not JSON", () => {
    expect(messageOf(() => parseLandscape("{version: 1}"))).toMatch(/^invalid figure: not JSON \(.+\)$/);
    expect(messageOf(() => parseLandscape(""))).toMatch(/^invalid figure: not JSON \(.+\)$/);
  });
});

describe("a wrong value", () => {
  it.each([
    [{ kind: "landscpae" }, 'invalid kind: "landscpae"; expected one of landscape'],
    [{ title: 3 }, "invalid title: 3; expected text of at most 200 characters"],
    [{ counts: 5 }, "invalid counts: 5; expected an object"],
    [{ counts: { K: 0 } }, "invalid counts.K: 0; expected a whole number from 1 to 1000000000"],
    [{ counts: { L: 1.5 } }, "invalid counts.L: 1.5; expected a whole number from 1 to 1000000000"],
    [{ counts: { K: NaN } }, "invalid counts.K: NaN; expected a whole number from 1 to 1000000000"],
    [{ counts: { K: "3" } }, 'invalid counts.K: "3"; expected a whole number from 1 to 1000000000'],
    [{ axes: "square" }, 'invalid axes: "square"; expected an object'],
    [{ layers: null }, "invalid layers: null; expected an object"],
    [{ size: 640 }, "invalid size: 640; expected an object"],
    [
      { axes: { negative: { unit: "cosin" } } },
      'invalid axes.negative.unit: "cosin"; expected one of cosine, radians, degrees, chord',
    ],
    [
      { axes: { negative: { range: [0, 2] } } },
      "invalid axes.negative.range: [0,2]; expected two different numbers from -1 to 1",
    ],
    [
      { axes: { positive: { range: [1, 1] } } },
      "invalid axes.positive.range: [1,1]; expected two different numbers from -1 to 1",
    ],
    [
      { axes: { positive: { unit: "degrees", range: [0, 270] } } },
      "invalid axes.positive.range: [0,270]; expected two different numbers from 0 to 180",
    ],
    [
      { axes: { positive: { unit: "chord", range: [-1, 2] } } },
      "invalid axes.positive.range: [-1,2]; expected two different numbers from 0 to 2",
    ],
    [{ axes: { negative: { range: "0:1" } } }, 'invalid axes.negative.range: "0:1"; expected two numbers'],
    [{ axes: { negative: { range: [0] } } }, "invalid axes.negative.range[1]: nothing; expected a number"],
    [{ axes: { negative: { range: [0, "1"] } } }, 'invalid axes.negative.range[1]: "1"; expected a number'],
    [{ axes: { horizontal: "sn" } }, 'invalid axes.horizontal: "sn"; expected one of negative, positive'],
    [{ samples: 15 }, "invalid samples: 15; expected a whole number from 16 to 1024"],
    [{ samples: Infinity }, "invalid samples: Infinity; expected a whole number from 16 to 1024"],
    [{ layers: { field: "yes" } }, 'invalid layers.field: "yes"; expected true or false'],
    [{ layers: { isolines: 41 } }, "invalid layers.isolines: 41; expected a whole number from 0 to 40"],
    [
      { layers: { boundary: "all" } },
      'invalid layers.boundary: "all"; expected one of none, unit, counts, both',
    ],
    [{ points: {} }, "invalid points: {}; expected an array of points"],
    [{ points: [{ name: "A", sn: 2, sp: 0 }] }, "invalid points[0].sn: 2; expected -1 to 1"],
    [{ theme: "blue" }, 'invalid theme: "blue"; expected one of light, dark, print'],
    [{ size: { width: 100 } }, "invalid size.width: 100; expected 200 to 4000"],
    [{ size: { type: 1e-12 } }, "invalid size.type: 1e-12; expected 0, or 4 to 60"],
    [{ size: { type: 61 } }, "invalid size.type: 61; expected 0, or 4 to 60"],
    [
      { loss: { id: "circle", gradient: "full" } },
      'invalid loss.gradient: "full"; expected one of attached, detached',
    ],
    [{ loss: { id: "circle", params: 3 } }, "invalid loss.params: 3; expected an object"],
    [
      { loss: { id: "circle", params: { margin: true } } },
      "invalid loss.params.margin: true; expected a number or an option",
    ],
  ])("%o", (keys, message) => {
    expect(saidOf(keys)).toBe(message);
  });

  it("in a point of no known form", () => {
    const forms =
      'expected {name, sn, sp} with both from -1 to 1, {name, at: "tangent"} or {name, at: "boundary", sn}';
    expect(saidOf({ points: [{ name: "A", sn: 0, sp: 0 }, 7] })).toBe(`invalid points[1]: 7; ${forms}`);
    expect(saidOf({ points: [{ at: "tangent", sn: 0 }] })).toBe(
      `invalid points[0]: {"at":"tangent","sn":0}; ${forms}`,
    );
    expect(saidOf({ points: [{ name: "x".repeat(41), at: "tangent" }] })).toMatch(/^invalid points\[0\]/);
    expect(saidOf({ points: Array.from({ length: 41 }, () => ({ name: "A", at: "tangent" })) })).toMatch(
      /^invalid points: .*; expected at most 40 points$/,
    );
  });
});

describe("an unknown key", () => {
  it.each([
    [{ quantitiy: "z" }, "unknown key: quantitiy; did you mean quantity?"],
    [
      { axes: { negative: { units: "chord" } } },
      "unknown key: axes.negative.units; did you mean axes.negative.unit?",
    ],
    [{ layers: { isoline: 3 } }, "unknown key: layers.isoline; did you mean layers.isolines?"],
    [
      { loss: { id: "circle", zzzzzzzz: 3 } },
      "unknown key: loss.zzzzzzzz; expected one of loss.formula, loss.params, loss.gradient",
    ],
    [{ size: { depth: 3 } }, "unknown key: size.depth; did you mean size.width?"],
    [{ constructor: 3 }, /^unknown key: constructor; /],
    [JSON.parse('{"__proto__": 3}') as object, /^unknown key: __proto__; /],
  ])("%o", (keys, message) => {
    const input = Object.assign(Object.create(null) as object, { version: 1, loss: { id: "circle" } });
    for (const [key, value] of Object.entries(keys))
      Object.defineProperty(input, key, { value, enumerable: true, configurable: true });
    expect(messageOf(() => parseLandscape(input))).toMatch(message);
  });
});

describe("what only the loss can know", () => {
  const resolved = (loss: object): string =>
    messageOf(() => resolveLandscape(parseLandscape({ version: 1, loss })));

  it.each([
    [{ id: "circel" }, "unknown loss: circel; did you mean circle?"],
    [{ id: "circle:pmll" }, "unknown variant of circle: pmll; did you mean pml?"],
    [{ id: "circle", params: { margin: 3 } }, "invalid loss.params.margin: 3; expected -1 to 1"],
    [{ id: "circle", params: { marign: 0.3 } }, "unknown parameter: marign; did you mean margin?"],
    [
      { id: "triplet", params: { distance: "cosin" } },
      'invalid loss.params.distance: "cosin"; expected one of cosine, euclidean, squared, angular',
    ],
  ])("%o", (loss, message) => {
    expect(resolved(loss)).toBe(message);
  });
});

describe("a link", () => {
  it.each([
    ["", "invalid link: no loss; expected loss=ID, for example loss=circle"],
    ["v=1&quantity=z", "invalid link: no loss; expected loss=ID, for example loss=circle"],
    ["v=2&loss=circle", "invalid link version: 2; expected 1"],
    ["loss=circle&K=0", "invalid counts.K: 0; expected a whole number from 1 to 1000000000"],
    ["loss=circle&K=", 'invalid counts.K: ""; expected a whole number from 1 to 1000000000'],
    ["loss=circle&quantity=x", /^invalid quantity: "x"; expected one of loss, logLoss, z, /],
    ["loss=circle&sn.range=0", "invalid sn.range: 0; expected start:end, for example 0:1"],
    ["loss=circle&sn.range=:1", "invalid sn.range: :1; expected start:end, for example 0:1"],
    ["loss=circle&sp.range=a:b", "invalid sp.range: a:b; expected start:end, for example 0:1"],
    [
      "loss=circle&sp.range=0:3",
      "invalid axes.positive.range: [0,3]; expected two different numbers from -1 to 1",
    ],
    ["loss=circle&points=A", "invalid points: A; expected name@s_n,s_p or name@tangent or name@boundary,s_n"],
    ["loss=circle&points=A@0.5,", /^invalid points: A@0.5,; expected name@s_n,s_p/],
    ["loss=circle&points=A@0.5", /^invalid points: A@0.5; expected name@s_n,s_p/],
    ["loss=circle&points=A@0.5,0.5,0.5", /^invalid points: /],
    ["loss=circle&points=A@x,y", /^invalid points\[0\]/],
    ["loss=circle&points=A@2,0", "invalid points[0].sn: 2; expected -1 to 1"],
  ])("%s", (link, message) => {
    expect(messageOf(() => decodeLink(link))).toMatch(message);
  });
});
