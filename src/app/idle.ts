/** A stretch of work never holds the page up for longer than about this, in milliseconds. */
const SLICE = 8;

/** Runs one step after the other; between two that took long the page may answer. */
export async function inSlices(
  steps: readonly (() => void)[],
  run: (step: () => void) => unknown,
): Promise<void> {
  let until = performance.now() + SLICE;
  for (const step of steps) {
    await run(step);
    if (performance.now() < until) continue;
    await new Promise((done) => setTimeout(done));
    until = performance.now() + SLICE;
  }
}

const whenIdle = (work: () => void): (() => void) => {
  if (typeof requestIdleCallback === "function") {
    const id = requestIdleCallback(work, { timeout: 500 });
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(work, 16);
  return () => clearTimeout(id);
};

/** Drains a generator in short slices while the page is idle, then calls `done`; the function returned calls it off. */
export function inIdleTime<Result>(
  steps: Generator<void, Result>,
  done: (result: Result) => void,
): () => void {
  let cancel = (): void => {};
  const slice = (): void => {
    const until = performance.now() + SLICE;
    do {
      const step = steps.next();
      if (step.done) return done(step.value);
    } while (performance.now() < until);
    cancel = whenIdle(slice);
  };
  cancel = whenIdle(slice);
  return () => cancel();
}
