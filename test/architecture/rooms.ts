/**
 * The rooms and what each may import. Data flow down this list.
 * A formula may see the losses: a typed loss is defined as a built-in one is, by the same functions.
 * The plane may see the spec, because axes and quantities have their names, labels and ranges there.
 */
export interface Room {
  may: readonly string[];
}

const toFigures = ["numerics", "losses", "formula", "spec", "plane", "batch", "region", "figures"];
const toIndex = [...toFigures, "export", "player", "index"];

export const ROOMS: Readonly<Record<string, Room>> = {
  assets: { may: [] },
  numerics: { may: [] },
  losses: { may: ["numerics"] },
  formula: { may: ["numerics", "losses"] },
  spec: { may: ["losses", "formula"] },
  kernels: { may: ["numerics", "assets"] },
  plane: { may: ["kernels", "formula", "losses", "numerics", "spec"] },
  batch: { may: ["losses", "numerics"] },
  region: { may: ["plane", "losses", "numerics"] },
  figures: { may: toFigures.filter((room) => room !== "figures") },
  export: { may: [...toFigures, "assets"] },
  // what makes a figure in somebody else's page alive
  player: { may: [...toFigures, "export"] },
  index: { may: [...toIndex.filter((room) => room !== "index"), "kernels"] },
  // the public surface is for others: app and cli reach past it
  app: { may: [...toFigures, "export", "player", "assets"] },
  cli: { may: [...toFigures, "export", "assets"] },
  notebooks: { may: ["index"] },
};

/** The room a path lies in; undefined when it lies in none. */
export function roomOf(path: string): string | undefined {
  if (path === "src/index.ts") return "index";
  if (path.startsWith("notebooks/")) return "notebooks";
  return /^src\/([^/]+)\//.exec(path)?.[1];
}
