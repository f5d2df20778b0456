/** A matrix, row after row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** The matrix with rows and columns exchanged. */
export function transposed({ rows, columns, values }: Matrix): Matrix {
  const turned = new Float64Array(values.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) turned[j * rows + i] = values[i * columns + j];
  }
  return { rows: columns, columns: rows, values: turned };
}

/**
 * a · b, four rows of each at a time: every number loaded serves four products, about three times the speed of the
 * plain loop. With `upper` only the part on and above the diagonal's blocks is filled: half the work.
 */
export function product(a: Matrix, b: Matrix, upper = false): Matrix {
  const out = new Float64Array(a.rows * b.columns);
  for (let i = 0; i < a.rows; i += 4) {
    for (let j = 0; j < b.rows; j += 4) addBlock(a, b, out, i, j, upper ? i : 0);
  }
  return { rows: a.rows, columns: b.columns, values: out };
}

/** Adds rows i … i+3 of `a`, columns j … j+3, times rows j … j+3 of `b`, columns `from` on. */
function addBlock(a: Matrix, b: Matrix, out: Float64Array, i: number, j: number, from: number): void {
  const g00 = entry(a, i, j);
  const g01 = entry(a, i, j + 1);
  const g02 = entry(a, i, j + 2);
  const g03 = entry(a, i, j + 3);
  const g10 = entry(a, i + 1, j);
  const g11 = entry(a, i + 1, j + 1);
  const g12 = entry(a, i + 1, j + 2);
  const g13 = entry(a, i + 1, j + 3);
  const g20 = entry(a, i + 2, j);
  const g21 = entry(a, i + 2, j + 1);
  const g22 = entry(a, i + 2, j + 2);
  const g23 = entry(a, i + 2, j + 3);
  const g30 = entry(a, i + 3, j);
  const g31 = entry(a, i + 3, j + 1);
  const g32 = entry(a, i + 3, j + 2);
  const g33 = entry(a, i + 3, j + 3);
  const { columns, values, rows } = b;
  const b0 = j * columns;
  const b1 = Math.min(j + 1, rows - 1) * columns;
  const b2 = Math.min(j + 2, rows - 1) * columns;
  const b3 = Math.min(j + 3, rows - 1) * columns;
  const o0 = i * columns;
  const o1 = Math.min(i + 1, a.rows - 1) * columns;
  const o2 = Math.min(i + 2, a.rows - 1) * columns;
  const o3 = Math.min(i + 3, a.rows - 1) * columns;
  for (let k = from; k < columns; k++) {
    const x0 = values[b0 + k];
    const x1 = values[b1 + k];
    const x2 = values[b2 + k];
    const x3 = values[b3 + k];
    out[o0 + k] += g00 * x0 + g01 * x1 + g02 * x2 + g03 * x3;
    out[o1 + k] += g10 * x0 + g11 * x1 + g12 * x2 + g13 * x3;
    out[o2 + k] += g20 * x0 + g21 * x1 + g22 * x2 + g23 * x3;
    out[o3 + k] += g30 * x0 + g31 * x1 + g32 * x2 + g33 * x3;
  }
}

/** Beyond the edge there are zeros, so that a row used in their stead adds nothing. */
const entry = ({ rows, columns, values }: Matrix, i: number, j: number): number =>
  i < rows && j < columns ? values[i * columns + j] : 0;

/** The cosines between all rows of a, which are unit vectors: exactly symmetric, and exactly 1 on the diagonal. */
export function cosines(a: Matrix): Matrix {
  const half = product(a, transposed(a), true);
  const { rows, values } = half;
  for (let i = 0; i < rows; i++) {
    values[i * rows + i] = 1;
    for (let j = 0; j < i; j++) values[i * rows + j] = values[j * rows + i];
  }
  return half;
}

/** The cosines between the rows of two matrices of unit vectors; the longer one runs in the inner loop. */
export const cosinesBetween = (a: Matrix, b: Matrix): Matrix =>
  a.rows > b.rows ? transposed(product(b, transposed(a))) : product(a, transposed(b));
