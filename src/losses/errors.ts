/** Input that cannot be used; the message names the value and what would be legal. */
export class InputError extends Error {
  override name = "InputError";
}

/** `unknown loss: circel; did you mean circle?` */
export function unknownName(kind: string, value: string, legal: Iterable<string>): InputError {
  const names = [...legal];
  const near = closest(value, names);
  return new InputError(
    `unknown ${kind}: ${value.slice(0, 80)}; ` +
      (near === undefined ? `expected ${listed(names)}` : `did you mean ${near}?`),
  );
}

/** A value as a message shows it: shortened, and never itself a reason to fail. */
export function shown(value: unknown, longest = 60): string {
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  try {
    return (JSON.stringify(value) ?? String(value)).slice(0, longest);
  } catch {
    return "something that is not JSON";
  }
}

const MOST_NAMES = 24;

/** The names, or the first of many. */
function listed(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? "none";
  if (names.length <= MOST_NAMES) return `one of ${names.join(", ")}`;
  return `one of ${names.slice(0, MOST_NAMES / 2).join(", ")} … (${names.length} in all)`;
}

/** The name within two or three slips of the keyboard, if any. */
function closest(value: string, names: readonly string[]): string | undefined {
  const limit = Math.max(2, Math.floor(value.length / 3));
  let best: string | undefined;
  let least = limit + 1;
  for (const name of names) {
    if (Math.abs(name.length - value.length) >= least) continue;
    const distance = editDistance(value.toLowerCase(), name.toLowerCase());
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(swap, previous[j] + 1, row[j - 1] + 1));
    }
    previous = row;
  }
  return previous[b.length];
}
