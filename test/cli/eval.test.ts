import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ended, printed, run, scratchFolder } from "./run.ts";

const folder = scratchFolder();
afterAll(folder.remove);

interface Spot {
  readonly id: string;
  readonly value: number;
  readonly dSp: number;
  readonly dSn: number;
}

const golden = JSON.parse(
  readFileSync(new URL("../golden/losses-spots.json", import.meta.url), "utf8"),
) as Spot[];

const answers = async (cases: unknown): Promise<unknown[]> =>
  JSON.parse(await printed(["eval"], JSON.stringify(cases))) as unknown[];

const deviation = (a: number, b: number): number =>
  Math.abs(a - b) <= 1e-300 ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));

describe("the spot values of the catalogue", () => {
  it("come out to 1e-11", async () => {
    const known = new Set((JSON.parse(await printed(["list", "--json"])) as Spot[]).map(({ id }) => id));
    const spots = golden.filter(({ id }) => known.has(id.split(":")[0]));
    const found = (await answers(spots)) as Spot[];
    expect(found).toHaveLength(spots.length);
    const off = spots.map((spot, i) =>
      Math.max(...(["value", "dSp", "dSn"] as const).map((key) => deviation(found[i][key], spot[key]))),
    );
    console.log(
      `eval: ${spots.length} of ${golden.length} spots, largest relative deviation ${Math.max(...off)}`,
    );
    expect(spots.length).toBeGreaterThanOrEqual(4 * 17);
    expect(Math.max(...off)).toBeLessThanOrEqual(1e-11);
  });
});

/** z = 0 at s_p = 0.6, s_n = 0.4 with γ = 1, m = 0.2: loss ln 2 and both weights a half. */
const HALF = { id: "am-softmax", params: { gamma: 1, margin: 0.2 }, sp: 0.6, sn: 0.4 };
const HALF_ANSWER = { value: Math.LN2, dSp: -0.5, dSn: 0.5 };

/** `actual` with the numbers of `expected`, each to 1e-14. */
function expectNumbers(actual: unknown, expected: object): void {
  for (const [key, number] of Object.entries(expected)) {
    const found = (actual as Record<string, unknown>)[key];
    const pairs = Array.isArray(number)
      ? number.map((x, i) => [x, (found as unknown[])[i]])
      : [[number, found]];
    if (Array.isArray(number)) expect(found).toHaveLength(number.length);
    for (const [want, have] of pairs)
      expect(Math.abs(Number(have) - Number(want)), key).toBeLessThanOrEqual(1e-14);
  }
  expect(Object.keys(actual as object)).toEqual(Object.keys(expected));
}

describe("where cases come from", () => {
  it.each([
    ["an array", JSON.stringify([HALF, HALF])],
    ["an array over many lines, with a trailing line", `${JSON.stringify([HALF, HALF], null, 2)}\n\n`],
    ["one case a line", `${JSON.stringify(HALF)}\n${JSON.stringify(HALF)}\n`],
    [
      "one case a line, Windows line ends, an empty line",
      `${JSON.stringify(HALF)}\r\n\r\n${JSON.stringify(HALF)}\r\n`,
    ],
  ])("%s", async (_, text) => {
    const file = join(folder.path, "cases.json");
    writeFileSync(file, text);
    const fromFile = await printed(["eval", file]);
    const results = JSON.parse(fromFile) as unknown[];
    expect(results).toHaveLength(2);
    for (const result of results) expectNumbers(result, HALF_ANSWER);
    expect(await printed(["eval"], text)).toBe(fromFile);
    expect(await printed(["eval", "-"], text)).toBe(fromFile);
  });

  it("a single case on one line or on several gives an array of one", async () => {
    for (const text of [JSON.stringify(HALF), JSON.stringify(HALF, null, 2)]) {
      const results = JSON.parse(await printed(["eval"], text)) as unknown[];
      expect(results).toHaveLength(1);
      expectNumbers(results[0], HALF_ANSWER);
    }
  });

  it("no cases in an array give no results", async () => {
    expect(JSON.parse(await printed(["eval"], "[]"))).toEqual([]);
  });
});

describe("what is left out", () => {
  it("parameters and counts take their defaults", async () => {
    const full = {
      id: "circle",
      params: { gamma: 256, margin: 0.25 },
      K: 1,
      L: 1,
      sp: 0.7,
      sn: 0.3,
      gradient: "detached",
    };
    const [spelled, ...short] = await answers([
      full,
      { id: "circle", sp: 0.7, sn: 0.3 },
      { loss: "circle", params: {}, sp: 0.7, sn: 0.3 },
      { id: "circle:detached", params: { gamma: 256 }, L: 1, sp: 0.7, sn: 0.3 },
    ]);
    for (const answer of short) expect(answer).toEqual(spelled);
  });

  it("a variant brings its own", async () => {
    const [variant, spelled] = await answers([
      { id: "circle:pml", sp: 0.7, sn: 0.3 },
      { id: "circle", params: { gamma: 80, margin: 0.4 }, sp: 0.7, sn: 0.3 },
    ]);
    expect(variant).toEqual(spelled);
  });
});

describe("sets", () => {
  // Circle, γ = 1, m = ½: A_p(s) = (3/2 − s)(s − ½), A_n(s) = s² − ¼. Positives ½ and 1, negative 0:
  // A_p = 0 and ¼, A_n = −¼, so with a = e^(−¼) the loss is ln S, S = 1 + a + a²; the weights 1, ½ and ½ are
  // the detached slopes, 1, 0 and 0 the attached ones.
  const a = Math.exp(-0.25);
  const S = 1 + a + a * a;
  const set = { loss: "circle", params: { gamma: 1, margin: 0.5 }, positives: [0.5, 1], negatives: [0] };
  const detached = { value: Math.log(S), dSp: [-a / S, (-0.5 * a * a) / S], dSn: [(0.5 * (a + a * a)) / S] };
  const attached = { value: Math.log(S), dSp: [-a / S, 0], dSn: [0] };

  it("give a gradient for every member, attached or detached", async () => {
    const found = await answers([set, { ...set, gradient: "detached" }, { ...set, gradient: "attached" }]);
    expectNumbers(found[0], detached);
    expectNumbers(found[1], detached);
    expectNumbers(found[2], attached);
  });

  it("of one side only are answered where the loss allows it", async () => {
    // Proxy-Anchor, α = 1, δ = 0, one positive at 0: softplus(0) = ln 2.
    const params = { alpha: 1, delta: 0 };
    const { code, out } = await run(["eval"], {
      input: JSON.stringify([
        { loss: "proxy-anchor", params, positives: [0] },
        { loss: "circle", positives: [0] },
      ]),
    });
    const [first, second] = JSON.parse(out) as unknown[];
    expectNumbers(first, { value: Math.LN2, dSp: [-0.5], dSn: [] });
    expect(second).toEqual({ error: "invalid negatives: empty; expected at least one similarity" });
    expect(code).toBe(1);
  });
});

describe("bad cases", () => {
  const bad: readonly (readonly [unknown, string])[] = [
    [{ id: "circel", sp: 0, sn: 0 }, "unknown loss: circel; did you mean circle?"],
    [{ id: "circle:atached", sp: 0, sn: 0 }, "unknown variant of circle: atached; did you mean attached?"],
    [{ sp: 0, sn: 0 }, "invalid id: undefined; expected the id of a loss, or a formula"],
    [{ id: 7, sp: 0, sn: 0 }, "invalid id: 7; expected the id of a loss, or a formula"],
    [{ id: "circle", sn: 0 }, "invalid sp: undefined; expected a similarity from -1 to 1"],
    [{ id: "circle", sp: 0, sn: 1.5 }, "invalid sn: 1.5; expected a similarity from -1 to 1"],
    [{ id: "circle", sp: "0", sn: 0 }, 'invalid sp: "0"; expected a similarity from -1 to 1'],
    [{ id: "circle", params: { margin: 2 }, sp: 0, sn: 0 }, "invalid params.margin: 2; expected -1 to 1"],
    [
      { id: "circle", params: { marign: 0.2 }, sp: 0, sn: 0 },
      "unknown parameter: marign; did you mean margin?",
    ],
    [{ id: "circle", params: 5, sp: 0, sn: 0 }, "invalid params: 5; expected an object"],
    [{ id: "circle", params: [0.25], sp: 0, sn: 0 }, "invalid params: [0.25]; expected an object"],
    [{ id: "circle", K: 0, sp: 0, sn: 0 }, "invalid K: 0; expected a whole number from 1 to 1000000000"],
    [{ id: "circle", L: 1.5, sp: 0, sn: 0 }, "invalid L: 1.5; expected a whole number from 1 to 1000000000"],
    [
      { id: "circle", gradient: "both", sp: 0, sn: 0 },
      'invalid gradient: "both"; expected one of attached, detached',
    ],
    [{ loss: "circle", positives: 1, negatives: [0] }, "invalid positives: 1; expected an array"],
    [
      { loss: "circle", positives: [0, 2], negatives: [0] },
      "invalid positives[1]: 2; expected a similarity from -1 to 1",
    ],
    [5, "invalid case: 5; expected an object"],
    [null, "invalid case: null; expected an object"],
    [[0.6, 0.4], "invalid case: [0.6,0.4]; expected an object"],
  ];

  let ended: Ended;
  beforeAll(async () => {
    ended = await run(["eval"], { input: JSON.stringify(bad.flatMap(([input]) => [HALF, input])) });
  });

  it("give exit code 1 and nothing on the error stream", () => {
    expect({ code: ended.code, err: ended.err }).toEqual({ code: 1, err: "" });
    expect(JSON.parse(ended.out)).toHaveLength(2 * bad.length);
  });

  it.each(bad.map(([input, error], i) => [input, error, i] as const))("%j", (_, error, i) => {
    const results = JSON.parse(ended.out) as unknown[];
    expectNumbers(results[2 * i], HALF_ANSWER);
    expect(results[2 * i + 1]).toEqual({ error });
  });

  it("a line that is not JSON leaves the other lines their answers", async () => {
    const line = JSON.stringify(HALF);
    const { code, out, err } = await run(["eval"], { input: `${line}\n{"id": \n${line}\n` });
    const results = JSON.parse(out) as unknown[];
    expectNumbers(results[0], HALF_ANSWER);
    expect(results[1]).toMatchObject({ error: expect.stringMatching(/^not JSON: /) });
    expectNumbers(results[2], HALF_ANSWER);
    expect({ code, err }).toEqual({ code: 1, err: "" });
  });
});
