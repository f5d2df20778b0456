interface NodeModules {
  "node:fs/promises": { readFile: (path: URL) => Promise<Uint8Array> };
  "node:worker_threads": typeof import("node:worker_threads");
}

interface Process {
  getBuiltinModule?: (name: string) => unknown;
}

/** A module of Node; undefined in a browser, whose bundle must not hear of it. */
export function nodeModule<N extends keyof NodeModules>(name: N): NodeModules[N] | undefined {
  const { process } = globalThis as { process?: Process };
  return process?.getBuiltinModule?.(name) as NodeModules[N] | undefined;
}
