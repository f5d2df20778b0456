import { describe, expect, it } from "vitest";
import { bisect, integrate } from "../../src/numerics/quadrature.ts";
import { between, expectClose, fc } from "./seeded.ts";

describe("integrate", () => {
  it.each([
    ["x² over [0, 3]", (x: number) => x ** 2, 0, 3, 9],
    ["1/x over [1, 2]", (x: number) => 1 / x, 1, 2, Math.LN2],
    ["√x over [0, 1]: infinite slope at the start", Math.sqrt, 0, 1, 2 / 3],
    [
      "√(1 − x²) over [−1, 1]: at both ends",
      (x: number) => Math.sqrt(Math.max(0, 1 - x * x)),
      -1,
      1,
      Math.PI / 2,
    ],
    ["−ln x over [0, 1]: infinite at the start", (x: number) => -Math.log(x), 0, 1, 1],
  ])("%s", (_, f, from, to, exact) => {
    expectClose(integrate(f, from, to), exact, 2e-12);
  });

  it("comes near to an integrand that is infinite at an end", () => {
    // 2; what lies within 1e-16 of the end is out of a double's reach
    expectClose(
      integrate((x) => 1 / Math.sqrt(x), 0, 1),
      2,
      1e-6,
    );
  });

  it("is zero over nothing and changes sign with the direction", () => {
    expect(integrate(Math.exp, 2, 2)).toBe(0);
    expectClose(integrate(Math.exp, 1, 0), 1 - Math.E, 1e-13);
  });

  it("is exact for cubics over any interval", () => {
    fc.assert(
      fc.property(between(-2, 2), between(-2, 2), between(-5, 5), (from, to, a) => {
        const antiderivative = (x: number): number => x ** 4 / 4 + (a * x ** 2) / 2 + x;
        const exact = antiderivative(to) - antiderivative(from);
        expectClose(
          integrate((x) => x ** 3 + a * x + 1, from, to),
          exact,
          1e-11,
        );
      }),
    );
  });
});

describe("bisect", () => {
  it("finds the zero to the last bits, whichever way the function runs", () => {
    expectClose(
      bisect((x) => x * x - 2, 1, 2),
      Math.SQRT2,
      4e-16,
    );
    expectClose(
      bisect((x) => 2 - x * x, 1, 2),
      Math.SQRT2,
      4e-16,
    );
    expectClose(bisect(Math.cos, 0, 3), Math.PI / 2, 4e-16);
  });

  it("finds a jump", () => {
    expectClose(
      bisect((x) => (x < 0.3 ? -1 : 1), 0, 1),
      0.3,
      4e-16,
    );
  });
});
