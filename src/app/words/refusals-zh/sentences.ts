/**
 * English sentences with holes, each with what Chinese says. A hole is `{1}`, `{2}` …; what fills `{1:n}` is a number,
 * and what fills `{1:legal}` is a sentence of the table of that name, and is put into Chinese too.
 */
export type Sentences = Readonly<Record<string, string>>;

interface Sentence {
  /** What stands before, between and behind the holes. */
  readonly fixed: readonly string[];
  readonly holes: readonly { readonly name: string; readonly table: string | undefined }[];
  readonly chinese: string;
}

const HOLE = /\{(\d)(?::(\w+))?\}/g;
const NUMBER = /^-?(?:[\d.]+(?:e[+-]?\d+)?|Infinity)$|^NaN$/;

/** Puts a text into Chinese by the first sentence of a table that fits it; undefined where none does. */
export type Telling<Table extends string> = (table: Table, text: string) => string | undefined;

/** No table may lead back to itself through its holes. */
export function telling<Table extends string>(tables: Readonly<Record<Table, Sentences>>): Telling<Table> {
  const read = new Map<string, readonly Sentence[]>();
  const sentencesOf = (table: Table): readonly Sentence[] => {
    const known = read.get(table) ?? Object.entries(tables[table]).map(sentence);
    read.set(table, known);
    return known;
  };

  const inHole = (table: string | undefined, text: string): string | undefined => {
    if (table === undefined) return text;
    if (table === "n") return NUMBER.test(text) ? text : undefined;
    return tell(table as Table, text);
  };

  /** What fills the holes from one on, in Chinese; the shortest that fits goes into each. */
  const filled = (of: Sentence, text: string, hole = 0): string[] | undefined => {
    if (hole === of.holes.length) return text === "" ? [] : undefined;
    const next = of.fixed[hole + 1];
    const isLast = hole + 1 === of.holes.length;
    if (isLast && !text.endsWith(next)) return undefined;
    let end = isLast ? text.length - next.length : text.indexOf(next);
    while (end >= 0) {
      const here = inHole(of.holes[hole].table, text.slice(0, end));
      const rest = here === undefined ? undefined : filled(of, text.slice(end + next.length), hole + 1);
      if (here !== undefined && rest !== undefined) return [here, ...rest];
      end = isLast ? -1 : text.indexOf(next, end + 1);
    }
    return undefined;
  };

  const tell: Telling<Table> = (table, text) => {
    for (const each of sentencesOf(table)) {
      if (!text.startsWith(each.fixed[0])) continue;
      const parts = filled(each, text.slice(each.fixed[0].length));
      if (parts === undefined) continue;
      const byName = new Map(each.holes.map(({ name }, i) => [name, parts[i]]));
      return each.chinese.replace(HOLE, (_, name: string) => byName.get(name) ?? "");
    }
    return undefined;
  };
  return tell;
}

const sentence = ([english, chinese]: readonly [string, string]): Sentence => ({
  fixed: english.split(/\{\d(?::\w+)?\}/),
  holes: [...english.matchAll(HOLE)].map(([, name, table]) => ({ name, table })),
  chinese,
});
