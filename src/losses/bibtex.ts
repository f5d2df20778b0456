import type { Citation } from "./types.ts";

const VENUES_THAT_ARE_JOURNALS = /letters|journal|neurocomputing/i;

/** A citation as a BibTeX entry; the key is first author, year and first word of the title. */
export function bibtex({ authors, title, venue, year, arxiv, url }: Citation): string {
  const isPreprint = venue === "arXiv";
  const type = isPreprint || venue === "blog" || venue === "GitHub" ? "misc" : "inproceedings";
  const isJournal = VENUES_THAT_ARE_JOURNALS.test(venue);
  const fields: readonly (readonly [string, string | undefined])[] = [
    ["title", `{${title}}`],
    ["author", authors.join(" and ")],
    [
      isJournal ? "journal" : type === "misc" ? "howpublished" : "booktitle",
      isPreprint ? `arXiv:${arxiv ?? ""}` : venue,
    ],
    ["year", String(year)],
    ["eprint", arxiv],
    ["archiveprefix", arxiv === undefined ? undefined : "arXiv"],
    ["url", url],
  ];
  const lines = fields.flatMap(([name, text]) => (text === undefined ? [] : [`  ${name} = {${text}},`]));
  return [`@${isJournal ? "article" : type}{${keyOf(authors[0], year, title)},`, ...lines, "}"].join("\n");
}

/** `sun2020circle`: letters of the family name, year, first word of the title. */
function keyOf(author: string, year: number, title: string): string {
  const plain = (text: string): string =>
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]/g, "");
  return `${plain(author.split(" ").at(-1) ?? "")}${year}${plain(title.split(/[\s:-]/)[0])}`;
}
