/** Thrown where code is needed that a page has not loaded yet. */
export class NotLoadedError extends Error {
  constructor(
    name: string,
    /** Fetches it; what threw this then succeeds. */
    readonly load: () => Promise<void>,
  ) {
    super(`${name} not loaded; expected whenLoaded(…) around what needs it, or provideAll() before`);
  }
}

/**
 * Code that a page may begin without, and says where it comes from. Library, command line and players have it from the
 * start (`provideAll`).
 */
export class OnDemand<Code> {
  #code: Code | undefined;
  #fetch: (() => Promise<Code>) | undefined;

  constructor(private readonly name: string) {}

  /** Throws `NotLoadedError`. */
  get now(): Code {
    if (this.#code === undefined) throw new NotLoadedError(this.name, () => this.#load());
    return this.#code;
  }

  provide(code: Code): void {
    this.#code = code;
  }

  comesFrom(fetch: () => Promise<Code>): void {
    this.#fetch = fetch;
  }

  async #load(): Promise<void> {
    if (this.#fetch === undefined) throw new Error(`${this.name}: nobody has said where it comes from`);
    this.provide(await this.#fetch());
  }
}

/** The result of `action`, which changes nothing before it has all that it needs: it begins again when what it lacks is there. */
export async function whenLoaded<Result>(action: () => Result | Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await action();
    } catch (error) {
      if (!(error instanceof NotLoadedError)) throw error;
      await error.load();
    }
  }
}
