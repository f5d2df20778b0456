import { describe, expect, it } from "vitest";
import { bibtex } from "../../src/losses/bibtex.ts";
import { LOSSES } from "../../src/losses/index.ts";
import type { Citation } from "../../src/losses/types.ts";

const PAPER: Citation = {
  authors: ["Ada Lovelace"],
  title: "Notes on an engine",
  venue: "CVPR",
  year: 1843,
};

describe("an entry", () => {
  it("of a paper at a conference with a preprint", () => {
    expect(
      bibtex({
        authors: ["Yifan Sun", "Changmao Cheng"],
        title: "Circle loss: a unified perspective",
        venue: "CVPR",
        year: 2020,
        arxiv: "2002.10857",
        equation: "Eq. 4–8",
      }),
    ).toBe(
      [
        "@inproceedings{sun2020circle,",
        "  title = {{Circle loss: a unified perspective}},",
        "  author = {Yifan Sun and Changmao Cheng},",
        "  booktitle = {CVPR},",
        "  year = {2020},",
        "  eprint = {2002.10857},",
        "  archiveprefix = {arXiv},",
        "}",
      ].join("\n"),
    );
  });

  it("of a preprint alone", () => {
    expect(bibtex({ ...PAPER, venue: "arXiv", year: 2018, arxiv: "1807.03748" })).toBe(
      [
        "@misc{lovelace2018notes,",
        "  title = {{Notes on an engine}},",
        "  author = {Ada Lovelace},",
        "  howpublished = {arXiv:1807.03748},",
        "  year = {2018},",
        "  eprint = {1807.03748},",
        "  archiveprefix = {arXiv},",
        "}",
      ].join("\n"),
    );
  });

  it.each([
    ["ICCV", "inproceedings", "booktitle"],
    ["NeurIPS", "inproceedings", "booktitle"],
    ["IEEE Signal Processing Letters", "article", "journal"],
    ["Journal of the Royal Statistical Society B", "article", "journal"],
    ["Neurocomputing", "article", "journal"],
    ["blog", "misc", "howpublished"],
    ["GitHub", "misc", "howpublished"],
  ])("from %s is @%s with its venue as %s", (venue, type, field) => {
    const lines = bibtex({ ...PAPER, venue }).split("\n");
    expect(lines[0]).toBe(`@${type}{lovelace1843notes,`);
    expect(lines).toContain(`  ${field} = {${venue}},`);
    expect(lines.join("\n")).not.toMatch(/eprint|archiveprefix|url|undefined/);
  });

  it("has the address where there is one", () => {
    expect(bibtex({ ...PAPER, venue: "blog", url: "https://example.org/a_b" })).toContain(
      "  url = {https://example.org/a_b},",
    );
  });
});

describe("the key", () => {
  it.each([
    ["Philipp Krähenbühl", "Sampling matters", "krahenbuhl2017sampling"],
    ["Yair Movshovitz-Attias", "No fuss", "movshovitzattias2017no"],
    ["Xun Wang", "Multi-similarity loss", "wang2017multi"],
    ["Xiao Zhang", "P2SGrad: refined gradients", "zhang2017p2sgrad"],
    ["Eu Wern Teh", "ProxyNCA++: revisiting", "teh2017proxynca"],
    ["Conan O’Brien", "“Quoted” words", "obrien2017quoted"],
  ])("of %s, %s is %s", (author, title, key) => {
    expect(bibtex({ ...PAPER, authors: [author, "Some Body"], title, year: 2017 })).toContain(`{${key},\n`);
  });
});

describe("the catalogue", () => {
  it.each(LOSSES.map(({ id, source }) => [id, source] as const))(
    "%s has a well-formed entry",
    (_, source) => {
      const entry = bibtex(source);
      const [head, ...fields] = entry.split("\n");
      expect(head).toMatch(/^@(article|inproceedings|misc)\{[a-z]+\d{4}[a-z0-9]+,$/);
      expect(fields.pop()).toBe("}");
      for (const line of fields) expect(line).toMatch(/^ {2}[a-z]+ = \{.+\},$/);
      const names = fields.map((line) => line.trim().split(" ")[0]);
      expect(new Set(names).size).toBe(names.length);
      let depth = 0;
      for (const mark of entry.match(/[{}]/g) ?? []) {
        depth += mark === "{" ? 1 : -1;
        expect(depth).toBeGreaterThanOrEqual(0);
      }
      expect(depth).toBe(0);
      expect(fields.find((line) => line.startsWith("  author"))?.split(" and ")).toHaveLength(
        source.authors.length,
      );
    },
  );

  it("gives one key to one paper", () => {
    const titles = new Map<string, Set<string>>();
    for (const { source } of LOSSES) {
      const key = /\{(.*),/.exec(bibtex(source))?.[1] ?? "";
      titles.set(key, (titles.get(key) ?? new Set()).add(source.title));
    }
    expect([...titles].filter(([, each]) => each.size > 1)).toEqual([]);
  });
});
