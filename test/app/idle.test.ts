import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { inIdleTime } from "../../src/app/idle.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

function* slow(count: number, seen: number[]): Generator<void, string> {
  for (let i = 0; i < count; i++) {
    seen.push(i);
    yield;
  }
  return "done";
}

describe("work in idle time", () => {
  it("begins later, and hands over its result once", () => {
    const done = vi.fn();
    const seen: number[] = [];
    inIdleTime(slow(5, seen), done);
    expect(seen).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(seen).toEqual([0, 1, 2, 3, 4]);
    expect(done.mock.calls).toEqual([["done"]]);
  });

  it("is cut into slices", () => {
    let clock = 0;
    vi.spyOn(performance, "now").mockImplementation(() => (clock += 3));
    const seen: number[] = [];
    inIdleTime(slow(50, seen), () => {});
    vi.advanceTimersByTime(17);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.length).toBeLessThan(5);
    vi.restoreAllMocks();
  });

  it("does nothing more once it is called off, before its first slice or after", () => {
    for (const wait of [0, 17]) {
      let clock = 0;
      vi.spyOn(performance, "now").mockImplementation(() => (clock += 3));
      const [seen, done] = [[] as number[], vi.fn()];
      const callOff = inIdleTime(slow(50, seen), done);
      vi.advanceTimersByTime(wait);
      const so = seen.length;
      callOff();
      vi.advanceTimersByTime(1000);
      expect(seen.length).toBe(so);
      expect(done).not.toHaveBeenCalled();
      vi.restoreAllMocks();
    }
  });
});
