import { describe, expect, it } from "vitest";
import { seededNormal, seededRandom } from "../../src/numerics/random.ts";

const drawn = (next: () => number, count: number): number[] => Array.from({ length: count }, next);
const COUNT = 200_000;

describe("uniform numbers", () => {
  it("are the same for the same seed, and unlike for neighbouring ones", () => {
    expect(drawn(seededRandom(7), 50)).toEqual(drawn(seededRandom(7), 50));
    const [a, b] = [drawn(seededRandom(7), 1000), drawn(seededRandom(8), 1000)];
    expect(a.filter((x, i) => Math.abs(x - b[i]) < 0.01).length).toBeLessThan(60);
    expect(drawn(seededRandom(2 ** 32 - 1), 3)).not.toEqual(drawn(seededRandom(0), 3));
  });

  it("fill [0, 1) evenly, each apart from the one before", () => {
    const numbers = drawn(seededRandom(1), COUNT);
    expect(numbers.every((x) => x >= 0 && x < 1)).toBe(true);
    const bins = Array.from({ length: 10 }, () => 0);
    for (const x of numbers) bins[Math.floor(10 * x)]++;
    // five standard deviations of a bin's count
    for (const count of bins) expect(Math.abs(count - COUNT / 10)).toBeLessThan(5 * Math.sqrt(COUNT * 0.09));
    const covariance =
      numbers.slice(1).reduce((sum, x, i) => sum + (x - 0.5) * (numbers[i] - 0.5), 0) / COUNT;
    expect(Math.abs(covariance)).toBeLessThan(5 / 12 / Math.sqrt(COUNT));
  });
});

describe("normal numbers", () => {
  it("have mean 0, variance 1, no skew and the tails of the normal distribution", () => {
    const numbers = drawn(seededNormal(3), COUNT);
    const moment = (power: number): number => numbers.reduce((sum, x) => sum + x ** power, 0) / COUNT;
    const error = 5 / Math.sqrt(COUNT);
    expect(Math.abs(moment(1))).toBeLessThan(error);
    expect(Math.abs(moment(2) - 1)).toBeLessThan(error * Math.sqrt(2));
    expect(Math.abs(moment(3))).toBeLessThan(error * Math.sqrt(15));
    expect(Math.abs(moment(4) - 3)).toBeLessThan(error * Math.sqrt(96));
    const beyond = numbers.filter((x) => Math.abs(x) > 1.959964).length / COUNT;
    expect(Math.abs(beyond - 0.05)).toBeLessThan(error * Math.sqrt(0.05 * 0.95));
  });

  it("come in pairs that do not repeat each other", () => {
    const numbers = drawn(seededNormal(3), 1000);
    expect(new Set(numbers).size).toBe(1000);
    expect(drawn(seededNormal(3), 1000)).toEqual(numbers);
  });
});
