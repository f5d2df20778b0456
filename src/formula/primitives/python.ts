import { NUMPY_CALLS, NUMPY_HELPERS } from "./numpy.ts";
import type { Calls, Helper } from "./python-calls.ts";
import { TORCH_CALLS, TORCH_HELPERS } from "./torch.ts";

export type Dialect = "torch" | "numpy";

/** What calls are written as in each kind of module, and the functions that it may have to define for them. */
export const PYTHON: Readonly<
  Record<Dialect, { readonly calls: Calls; readonly helpers: readonly Helper[] }>
> = {
  numpy: { calls: NUMPY_CALLS, helpers: NUMPY_HELPERS },
  torch: { calls: TORCH_CALLS, helpers: TORCH_HELPERS },
};

/** The helpers that a text calls, each after those that it needs itself. */
export function helpersFor(dialect: Dialect, text: string): string[] {
  const { helpers } = PYTHON[dialect];
  const wanted = new Set<string>();
  const want = (name: string): void => {
    if (wanted.has(name)) return;
    wanted.add(name);
    for (const need of helpers.find((each) => each.name === name)?.needs ?? []) want(need);
  };
  for (const { name } of helpers) if (new RegExp(`(?<![\\w.])${name}[(.]`).test(text)) want(name);
  return helpers.filter(({ name }) => wanted.has(name)).map(({ text: each }) => each);
}
