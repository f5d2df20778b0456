/** (a), (b), (c) … as a paper letters its panels. */
export const letterOf = (i: number): string => `(${nameOf(i)})`;

const nameOf = (i: number): string => String.fromCharCode(97 + i);

/** `a, b, d–g`: three or more that follow each other are a range. */
function lettersOf(panels: readonly number[]): string {
  const runs: number[][] = [];
  for (const i of panels) {
    const last = runs.at(-1);
    if (last?.at(-1) === i - 1) last.push(i);
    else runs.push([i]);
  }
  return runs
    .flatMap((run) =>
      run.length > 2 ? [`${nameOf(run[0])}–${nameOf(run[run.length - 1])}`] : run.map(nameOf),
    )
    .join(", ");
}

const SENTENCE = /(?<=\.) (?=[A-Z($])/;

/** `Colour: loss.` has a head of one or two words; what follows it are clauses. */
const HEADED = /^([A-Z][^.,:;()$]{0,40}): (.+)\.$/;

/** A comma outside mathematics and brackets, and the space after it. */
const COMMA = /, (?=(?:[^$]*\$[^$]*\$)*[^$]*$)(?![^(]*\))/;

/** Something that is said, and the panels that say it. */
interface Said {
  readonly words: string;
  readonly panels: readonly number[];
}

/** Equal words once, in the order in which they are first said. */
function gathered(all: readonly Said[]): Said[] {
  const found = new Map<string, ReadonlySet<number>>();
  for (const { words, panels } of all) found.set(words, new Set([...(found.get(words) ?? []), ...panels]));
  return [...found].map(([words, panels]) => ({ words, panels: [...panels].toSorted((a, b) => a - b) }));
}

/**
 * The captions of all panels as one: first what all say, once; then what only some say with their letters before it,
 * where the panels have letters. What panels say under the same head is told apart clause by clause.
 */
export function mergedCaption(captions: readonly string[], letters: boolean): string {
  const said = gathered(
    captions.flatMap((caption, i) =>
      caption
        .split(SENTENCE)
        .filter(Boolean)
        .map((words) => ({ words, panels: [i] })),
    ),
  );
  const isOfAll = ({ panels }: Said): boolean => panels.length === captions.length;
  const byAll = said.filter(isOfAll).map(({ words }) => words);
  const bySome = said.filter((each) => !isOfAll(each));
  if (!letters) return [...byAll, ...bySome.map(({ words }) => words)].join(" ");
  const headOf = (words: string): string => HEADED.exec(words)?.[1] ?? words;
  const sentences = [...new Set(bySome.map(({ words }) => headOf(words)))].map((head) =>
    underOneHead(
      head,
      bySome.filter(({ words }) => headOf(words) === head),
    ),
  );
  const [ofAll, ofSome] = [sentences.filter(isOfAll), sentences.filter((each) => !isOfAll(each))];
  return [
    ...byAll,
    ...ofAll.map(({ words }) => words),
    ...ofSome.map(({ words, panels, isLettered }, i) => {
      const before = ofSome[i - 1];
      // letters hold until others follow
      const goesOn = before && !before.isLettered && lettersOf(before.panels) === lettersOf(panels);
      return isLettered || goesOn ? words : `(${lettersOf(panels)}) ${words}`;
    }),
  ].join(" ");
}

/** Sentences that begin alike as one: `Colour: loss; (b) divided by 30.` */
function underOneHead(head: string, sentences: readonly Said[]): Said & { readonly isLettered: boolean } {
  if (sentences.length === 1) return { ...sentences[0], isLettered: false };
  const bodies = sentences.map(({ words, panels }) => ({
    clauses: (HEADED.exec(words)?.[2] ?? "").split(COMMA),
    panels,
  }));
  const panels = bodies.flatMap((each) => each.panels).toSorted((a, b) => a - b);
  const most = Math.max(...bodies.map(({ clauses }) => clauses.length));
  // first what stands first in any of them
  const clauses = gathered(
    Array.from({ length: most }, (_, place) =>
      bodies.flatMap((body) =>
        place < body.clauses.length ? [{ words: body.clauses[place], panels: body.panels }] : [],
      ),
    ).flat(),
  );
  const [first, ...rest] = clauses;
  const isShared = first.panels.length === panels.length;
  const own = isShared ? rest : clauses;
  const parts = [...new Set(own.map((clause) => lettersOf(clause.panels)))].map(
    (letters) =>
      `(${letters}) ${own
        .filter((clause) => lettersOf(clause.panels) === letters)
        .map(({ words }) => words)
        .join(", ")}`,
  );
  const said = [...(isShared ? [first.words] : []), ...parts].join("; ");
  return { words: `${head}: ${said}.`, panels, isLettered: !isShared };
}
