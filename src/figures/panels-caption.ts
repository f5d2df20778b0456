/** (a), (b), (c) … as a paper letters its panels. */
export const letterOf = (i: number): string => `(${nameOf(i)})`;

const nameOf = (i: number): string => String.fromCharCode(97 + i);

const SENTENCE = /(?<=\.) (?=[A-Z(])/;

/**
 * The captions of all panels as one: first what all say, once; then what only some say with their letters before it,
 * where the panels have letters.
 */
export function mergedCaption(captions: readonly string[], letters: boolean): string {
  const saidBy = new Map<string, number[]>();
  captions.forEach((caption, i) => {
    for (const sentence of caption.split(SENTENCE))
      if (sentence !== "") saidBy.set(sentence, [...(saidBy.get(sentence) ?? []), i]);
  });
  const said = [...saidBy];
  const byAll = said.filter(([, panels]) => panels.length === captions.length);
  const bySome = said.filter(([, panels]) => panels.length < captions.length);
  return [
    ...byAll.map(([sentence]) => sentence),
    ...bySome.map(([sentence, panels]) =>
      letters ? `(${panels.map(nameOf).join(", ")}) ${sentence}` : sentence,
    ),
  ].join(" ");
}
