/** Bundles the player of exported pages, in pieces, into src/assets, unless it is there and up to date. */
export function buildPlayer(): Promise<void>;
