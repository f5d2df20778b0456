import { describe, expect, it } from "vitest";
import { cosines, cosinesBetween, type Matrix, product, transposed } from "../../src/batch/matrix.ts";
import { fc } from "../numerics/seeded.ts";
import { deviation, numbers, plainCosines, scaledRows } from "./support.ts";

const matrixOf = (rows: number, columns: number, seed: number): Matrix => ({
  rows,
  columns,
  values: numbers(rows * columns, seed),
});

const unitRows = (rows: number, columns: number, seed: number): Matrix => ({
  rows,
  columns,
  values: scaledRows(numbers(rows * columns, seed), columns, () => 1),
});

const size = fc.integer({ min: 1, max: 11 });

describe("products in blocks", () => {
  it("are those of the plain loop, whatever the sizes leave over", () => {
    fc.assert(
      fc.property(size, size, size, (n, m, d) => {
        const [a, b] = [matrixOf(n, m, 1), matrixOf(m, d, 2)];
        const plain = Array.from({ length: n * d }, (_, cell) => {
          let sum = 0;
          for (let k = 0; k < m; k++)
            sum += a.values[Math.floor(cell / d) * m + k] * b.values[k * d + (cell % d)];
          return sum;
        });
        const { rows, columns, values } = product(a, b);
        expect([rows, columns]).toEqual([n, d]);
        expect(deviation(values, plain)).toBeLessThan(1e-14);
      }),
    );
  });

  it("give cosines, symmetric and 1 on the diagonal to the last bit", () => {
    fc.assert(
      fc.property(size, size, size, (n, m, d) => {
        const [a, b] = [unitRows(n, d, 3), unitRows(m, d, 4)];
        const own = cosines(a);
        expect(transposed(own)).toEqual(own);
        for (let i = 0; i < n; i++) expect(own.values[i * n + i]).toBe(1);
        expect(deviation(own.values, plainCosines(a.values, a.values, d).flat())).toBeLessThan(1e-14);
        const between = cosinesBetween(a, b);
        expect([between.rows, between.columns]).toEqual([n, m]);
        expect(deviation(between.values, plainCosines(a.values, b.values, d).flat())).toBeLessThan(1e-14);
      }),
    );
  });
});
