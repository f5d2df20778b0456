const QUIET = 1000;
const BETWEEN = 100;

/** How far a long command has come, on standard error: on a terminal after a second, elsewhere only if asked for. */
export class Progress {
  readonly #started = Date.now();
  readonly #isTerminal = process.stderr.isTTY;
  #shownAt = 0;
  #shown = -1;

  constructor(
    private readonly what: string,
    private readonly asked: boolean,
  ) {}

  /** Bound, so that it can be handed on. */
  readonly report = (done: number, total: number): void => {
    const percent = Math.floor((100 * done) / total);
    if (this.#isTerminal) this.#onTerminal(percent);
    else if (this.asked) this.#inLines(percent);
  };

  #onTerminal(percent: number): void {
    const now = Date.now();
    if ((!this.asked && now - this.#started < QUIET) || now - this.#shownAt < BETWEEN) return;
    this.#shownAt = now;
    process.stderr.write(`\r${this.what}: ${percent} %`);
  }

  /** A line for every tenth. */
  #inLines(percent: number): void {
    const tenth = Math.floor(percent / 10);
    if (tenth === this.#shown) return;
    this.#shown = tenth;
    process.stderr.write(`${this.what}: ${10 * tenth} %\n`);
  }

  /** Wipes the line on a terminal. */
  end(): void {
    if (this.#shownAt > 0) process.stderr.write("\r\u001b[K");
  }
}
