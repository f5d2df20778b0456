/** Where a similarity that follows a force comes to rest on [−1, 1]: a point, or a stretch without force. */
export interface LineRest {
  readonly from: number;
  readonly to: number;
  readonly pull: Pull;
}

/**
 * `attracts`: what is beside it moves towards it; `repels`: away from it, so that only what is there already stays;
 * `mixed`: towards it from one side, away from it on another.
 */
export type Pull = "attracts" | "repels" | "mixed";

/** How far beside a rest one asks which way things move. */
const BESIDE = 1e-7;

/**
 * Every rest of ds/dt = −force(s) on [−1, 1]: zeros of the force, stretches where it is exactly zero, and the ends
 * against which it pushes. A zero that the force only touches, between two of the nodes, is not seen.
 */
export function lineRests(force: (s: number) => number, nodes = 2048): LineRest[] {
  const sign = (s: number): number => {
    const there = force(s);
    // a force that has no value at an end has one beside it
    return Math.sign(Number.isNaN(there) ? force(s * (1 - 1e-9)) : there);
  };
  const at = (i: number): number => (i === nodes ? 1 : -1 + (2 * i) / nodes);
  const signs = Array.from({ length: nodes + 1 }, (_, i) => sign(at(i)));
  const found: [number, number][] = [];
  if (signs[0] > 0) found.push([-1, -1]);
  for (let i = 0; i <= nodes; i++) {
    if (signs[i] === 0) {
      const first = i;
      while (signs[i + 1] === 0) i++;
      const isZero = (s: number): boolean => sign(s) === 0;
      const from = first === 0 ? -1 : lastWith(isZero, at(first), at(first - 1));
      const to = i === nodes ? 1 : lastWith(isZero, at(i), at(i + 1));
      found.push([from, to]);
    } else if (signs[i] * signs[i + 1] < 0) {
      const before = signs[i];
      const low = lastWith((s) => sign(s) === before, at(i), at(i + 1));
      found.push([low, low]);
    }
  }
  if (signs[nodes] < 0) found.push([1, 1]);
  return found.map(([low, high]) => {
    const middle = (low + high) / 2;
    const [from, to] = high - low < 1e-9 ? [tidy(middle), tidy(middle)] : [tidy(low), tidy(high)];
    return { from, to, pull: pullOf(sign, from, to) };
  });
}

/** −1, 0 and 1 themselves rather than a number that bisection left beside them. */
const tidy = (s: number): number => [-1, 0, 1].find((round) => Math.abs(s - round) < 1e-12) ?? s;

/** The last place with a property between one that has it and one that has it not. */
export function lastWith(has: (s: number) => boolean, inside: number, outside: number): number {
  let [a, b] = [inside, outside];
  for (let i = 0; i < 64; i++) {
    const middle = (a + b) / 2;
    if (middle === a || middle === b) break;
    if (has(middle)) a = middle;
    else b = middle;
  }
  return a;
}

function pullOf(sign: (s: number) => number, from: number, to: number): Pull {
  const sides: boolean[] = [];
  if (from > -1) sides.push(sign(Math.max(-1, from - BESIDE)) < 0);
  if (to < 1) sides.push(sign(Math.min(1, to + BESIDE)) > 0);
  return pullFrom(sides);
}

/** From what is known of each side: whether things move towards the rest there. */
export function pullFrom(towards: readonly boolean[]): Pull {
  if (towards.every(Boolean)) return "attracts";
  return towards.some(Boolean) ? "mixed" : "repels";
}
