/** SHA-256 (FIPS 180-4) in base64: pages of a plain http address have no `crypto.subtle`. */
export function sha256(bytes: Uint8Array): string {
  const words = padded(bytes);
  const state = [...INITIAL];
  const schedule = new Int32Array(64);
  for (let start = 0; start < words.length; start += 16) {
    for (let i = 0; i < 64; i++) schedule[i] = i < 16 ? words[start + i] : expanded(schedule, i);
    compressed(state, schedule).forEach((word, i) => (state[i] = (state[i] + word) | 0));
  }
  const binary = state.flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 255));
  return btoa(String.fromCharCode(...binary));
}

/** The first 32 bits of the fractional parts of roots of the first primes. */
function rootBits(count: number, root: (prime: number) => number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes.map((prime) => ((root(prime) % 1) * 2 ** 32) | 0);
}
const INITIAL = rootBits(8, Math.sqrt);
const ROUNDS = rootBits(64, Math.cbrt);

/** One bit, zeros, and the length in bits, in whole blocks of 16 words. */
function padded(bytes: Uint8Array): Int32Array {
  const words = new Int32Array(16 * Math.ceil((bytes.length + 9) / 64));
  bytes.forEach((byte, i) => (words[i >> 2] |= byte << (24 - 8 * (i & 3))));
  words[bytes.length >> 2] |= 0x80 << (24 - 8 * (bytes.length & 3));
  words[words.length - 2] = Math.floor(bytes.length / 2 ** 29);
  words[words.length - 1] = bytes.length << 3;
  return words;
}

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function expanded(w: Int32Array, i: number): number {
  const [early, late] = [w[i - 15], w[i - 2]];
  const s0 = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
  const s1 = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
  return (w[i - 16] + s0 + w[i - 7] + s1) | 0;
}

function compressed(state: readonly number[], schedule: Int32Array): number[] {
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + ROUNDS[i] + schedule[i]) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  return [a, b, c, d, e, f, g, h];
}
