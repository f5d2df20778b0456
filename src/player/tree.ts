/** The way to a value inside a spec. */
export type Place = readonly (string | number)[];

/** Every place of a tree whose object is asked for, in its order; nothing is sought inside what was found. */
export function placesOf(tree: unknown, isWanted: (value: object) => boolean, here: Place = []): Place[] {
  if (typeof tree !== "object" || tree === null) return [];
  if (!Array.isArray(tree) && isWanted(tree)) return [here];
  const keys = Array.isArray(tree) ? [...tree.keys()] : Object.keys(tree);
  return keys.flatMap((key) => placesOf(valueAt(tree, [key]), isWanted, [...here, key]));
}

export const valueAt = (tree: unknown, place: Place): unknown =>
  place.reduce<unknown>(
    (branch, key) => (branch as Record<string | number, unknown> | undefined)?.[key],
    tree,
  );

/** A copy with one value at all of the places; what lies beside them is shared. */
export const withValues = (tree: unknown, places: readonly Place[], value: unknown): unknown =>
  places.reduce((changed, place) => withValue(changed, place, value), tree);

function withValue(tree: unknown, [key, ...rest]: Place, value: unknown): unknown {
  if (key === undefined) return value;
  const inner = withValue(valueAt(tree, [key]), rest, value);
  if (Array.isArray(tree)) return tree.with(Number(key), inner);
  return { ...(tree as object), [key]: inner };
}
