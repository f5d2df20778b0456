/** One way across a slider, in milliseconds. */
const ONE_WAY = 4000;

export interface Sweep {
  readonly toggle: () => void;
  readonly stop: () => void;
}

/**
 * A value that goes from where it is to one end, to the other and back, once a frame, until it is stopped. `at` reads
 * the part of the way, 0 to 1, where it is; `go` moves it.
 */
export function sweep(
  at: () => number,
  go: (part: number) => void,
  said: (isPlaying: boolean) => void,
): Sweep {
  let frame = 0;
  const stop = (): void => {
    if (frame === 0) return;
    cancelAnimationFrame(frame);
    frame = 0;
    said(false);
  };
  const play = (): void => {
    // the same place on the way there and on the way back; it goes up first
    const begun = performance.now() - at() * ONE_WAY;
    const step = (now: number): void => {
      const phase = ((now - begun) / ONE_WAY) % 2;
      frame = requestAnimationFrame(step);
      go(phase <= 1 ? Math.max(0, phase) : 2 - phase);
    };
    frame = requestAnimationFrame(step);
    said(true);
  };
  said(false);
  return { toggle: () => (frame === 0 ? play() : stop()), stop };
}
