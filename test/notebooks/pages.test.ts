import { describe, expect, it } from "vitest";
import { NOTEBOOKS, PAGES } from "./pages.ts";

const list = PAGES.find(({ name }) => name === "index")?.html.replace(/\s+/g, " ") ?? "";

describe.each(NOTEBOOKS.map((page) => [page.name, page] as const))("%s", (name, page) => {
  it("is listed with one sentence", () => {
    const [, sentence] =
      new RegExp(`\\[[^\\]]+\\]\\(\\./${name}\\.html\\) – (.*?)(?= - \\[| <)`).exec(list) ?? [];
    expect(sentence).toMatch(/^[^.。]+[.。]$/);
  });

  it("begins with its title, and says in what language it is", () => {
    const [first] = page.cells;
    expect(first.type).toBe("text/markdown");
    expect(first.text.trimStart().split("\n")[0]).toBe(`# ${page.title}`);
    expect(page.language).toBe(name.endsWith(".zh") ? "zh-Hans" : "en");
  });

  it("has a name for each cell, and cells that the kit knows", () => {
    expect(page.cells.length).toBe(page.html.split("<script").length - 1);
    const ids = page.cells.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const known = ["text/markdown", "text/x-typescript", "application/x-tex"];
    expect(page.cells.filter(({ type }) => !known.includes(type))).toEqual([]);
  });

  it("names its sources at the end", () => {
    const last = page.cells.at(-1)?.text ?? "";
    expect(last).toMatch(/(^|\n)\s*## (Sources|来源|出处)\n/);
    expect(last).toMatch(/\n\s*(1\.|-) [^]*\b(19|20)\d\d/);
  });
});
