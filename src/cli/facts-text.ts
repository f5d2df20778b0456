import { plainLabel } from "../figures/label.ts";
import type { Fact, Facts } from "../figures/prepared.ts";

/** A list longer than this is not for reading: its first few, and how many there are. */
const LONGEST = 8;
const FIRST = 4;
/** A part of at most so many facts stands among those of the whole. */
const SMALL = 4;

type Row = readonly string[];

/** Numbers by name as plain tables, six digits each; parts of parts have their path as a heading. */
export const factsText = (facts: Facts): string => `${sectionLines(facts, "").join("\n").trim()}\n`;

/** The plain facts of a section and of its small parts first, then a section for each larger part. */
function sectionLines(facts: Facts, path: string): string[] {
  const entries = Object.entries(facts).map(([name, fact]) => {
    const row = isFacts(fact) ? flatRow(fact) : undefined;
    return { name, fact, small: row && Object.keys(row).length <= SMALL ? row : undefined };
  });
  const plain = entries.flatMap(({ name, fact, small }) =>
    small
      ? Object.entries(small).map(([inner, each]) => [`${name}.${inner}`, cell(each)])
      : isCell(fact)
        ? [[name, cell(fact)]]
        : [],
  );
  return [
    ...headed(path, aligned(plain)),
    ...entries
      .filter(({ fact, small }) => !small && !isCell(fact))
      .flatMap(({ name, fact }) => partLines(fact, path === "" ? name : `${path}.${name}`)),
  ];
}

function partLines(fact: Fact, path: string): string[] {
  if (isFacts(fact)) {
    const rows = tableRows(Object.entries(fact));
    return rows && rows.length > 1 ? headed(path, tableLines(rows)) : sectionLines(fact, path);
  }
  const items = fact as readonly Fact[];
  const rows = tableRows(items.map((item) => ["", item]));
  if (rows) return headed(path, tableLines(rows));
  if (items.every(Array.isArray)) {
    const shown = items.slice(0, LONGEST).map((item) => [cell(item)]);
    return headed(path, [...aligned(shown), ...rest(items.length - shown.length)]);
  }
  return items.flatMap((item, i) =>
    isFacts(item) ? sectionLines(item, `${path}[${i}]`) : headed(`${path}[${i}]`, [cell(item)]),
  );
}

/** Named parts as rows of a table; undefined where one of them holds lists of more than values. */
function tableRows(parts: readonly (readonly [string, Fact])[]): (readonly [string, Facts])[] | undefined {
  const rows = parts.flatMap(([name, fact]) => {
    const row = isFacts(fact) ? flatRow(fact) : undefined;
    return row ? [[name, row] as const] : [];
  });
  return rows.length === parts.length ? rows : undefined;
}

/** Facts with the names of inner ones drawn together, `perScale.dSp`; undefined where there are lists of more than values. */
function flatRow(facts: Facts): Facts | undefined {
  const flat: Record<string, Fact> = {};
  for (const [name, fact] of Object.entries(facts)) {
    if (isCell(fact)) flat[name] = fact;
    else {
      const inner = isFacts(fact) ? flatRow(fact) : undefined;
      if (inner === undefined) return undefined;
      for (const [key, each] of Object.entries(inner)) flat[`${name}.${key}`] = each;
    }
  }
  return flat;
}

const headed = (path: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : path === "" ? [...lines] : ["", path, ...lines.map((each) => `  ${each}`)];

const rest = (count: number): string[] => (count > 0 ? [`… ${count} more; --json prints all`] : []);

/** One line for each part, one column for each of its facts; parts need not have the same ones. */
function tableLines(rows: readonly (readonly [string, Facts])[]): string[] {
  const names = [...new Set(rows.flatMap(([, facts]) => Object.keys(facts)))];
  const lines = rows.map(([name, facts]) => [
    name,
    ...names.map((key) => (Object.hasOwn(facts, key) ? cell(facts[key]) : "")),
  ]);
  const table = [["", ...names], ...lines];
  const named = rows.some(([name]) => name !== "");
  return aligned(named ? table : table.map(([, ...cells]) => cells));
}

/** Columns as wide as their widest cell. */
function aligned(rows: readonly Row[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? "").length)));
  return rows.map((row) =>
    row
      .map((each, i) => each.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

const isFacts = (fact: Fact): fact is Facts =>
  typeof fact === "object" && fact !== null && !Array.isArray(fact);

const isScalar = (fact: Fact): boolean => typeof fact !== "object" || fact === null;

/** What fits in a cell: one value, or a list of values. */
const isCell = (fact: Fact): boolean => isScalar(fact) || (Array.isArray(fact) && fact.every(isScalar));

function cell(fact: Fact): string {
  if (Array.isArray(fact)) {
    if (fact.length === 0) return "none";
    const long = fact.length > LONGEST;
    const shown = (long ? fact.slice(0, FIRST) : fact).map(cell).join(", ");
    return long ? `${shown}, … (${fact.length} in all; --json prints them)` : shown;
  }
  if (typeof fact === "number")
    return Number.isFinite(fact) ? String(Number(fact.toPrecision(6))) : String(fact);
  return fact === null ? "none" : plainLabel(String(fact));
}
