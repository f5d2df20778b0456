/** Bundles the players of exported pages into src/assets, unless they are there and up to date. */
export function buildPlayers(): Promise<void>;
