import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { minimiseFigure } from "../../src/spec/figure.ts";
import { decodeLink } from "../../src/spec/link.ts";
import { PRESETS } from "../../src/spec/presets.ts";
import { printed, run, scratchFolder } from "./run.ts";

const folder = scratchFolder();
afterAll(folder.remove);
const file = (name: string): string => join(folder.path, name);
const SHORT = minimiseFigure(PRESETS["circle-region"].spec);

beforeAll(async () => {
  for (const format of ["svg", "png", "pdf", "html", "tex"])
    await printed(["export", "circle-region", "-o", file(`a.${format}`), "--scale", "1"]);
});

describe("marginscape open", () => {
  it.each(["svg", "png", "pdf", "html", "tex"])("prints the figure of a saved .%s", async (format) => {
    expect(JSON.parse(await printed(["open", file(`a.${format}`)]))).toEqual(SHORT);
  });

  it("writes it to a file, which is drawn as before", async () => {
    await printed(["open", file("a.pdf"), "-o", file("spec.json")]);
    await printed(["export", file("spec.json"), "-o", file("again.svg")]);
    expect(readFileSync(file("again.svg")).equals(readFileSync(file("a.svg")))).toBe(true);
  });

  it("prints a link", async () => {
    const link = await printed(["open", file("a.png"), "--link"]);
    expect(minimiseFigure(decodeLink(link.trim()).spec)).toEqual(SHORT);
  });

  it("prints it whole for an explorer at an address", async () => {
    const after = (await printed(["open", file("a.png"), "--link"])).trim();
    expect(after).toMatch(/^#v=1&loss=circle/);
    for (const base of ["http://127.0.0.1:4173/", "https://example.org/tools/index.html"]) {
      const link = (await printed(["open", file("a.png"), "--link", "--base", base])).trim();
      expect(link).toBe(base + after);
      const { link: same } = JSON.parse(await printed(["open", file("a.png"), "--json", "--base", base])) as {
        link: string;
      };
      expect(same).toBe(link);
    }
  });

  it("prints all that the file says, on one line", async () => {
    const line = await printed(["open", file("a.pdf"), "--json"]);
    expect(line.trim()).not.toContain("\n");
    const { file: name, format, marginscape, link, figure } = JSON.parse(line) as Record<string, string>;
    expect([name, format, figure]).toEqual([file("a.pdf"), "pdf", SHORT]);
    expect(marginscape).toMatch(/^\d+\.\d+\.\d+/);
    expect(minimiseFigure(decodeLink(link).spec)).toEqual(SHORT);
  });

  it("reads a spec that a shell has written in UTF-16", async () => {
    writeFileSync(file("wide.json"), Buffer.from(`\ufeff${JSON.stringify(SHORT)}`, "utf16le"));
    expect(JSON.parse(await printed(["open", file("wide.json")]))).toEqual(SHORT);
    expect(await printed(["export", file("wide.json"), "-o", "-"])).toBe(
      await printed(["export", "circle-region", "-o", "-"]),
    );
  });

  it("is not needed: a saved figure is a figure for every command", async () => {
    await printed(["export", file("a.pdf"), "-o", file("b.svg"), "--set", "margin=0.3"]);
    const direct = await printed(["export", "circle-region", "-o", "-", "--set", "margin=0.3"]);
    expect(readFileSync(file("b.svg"), "utf8")).toBe(direct);
    expect(await printed(["facts", file("a.png"), "--json"])).toBe(
      await printed(["facts", "circle-region", "--json"]),
    );
  });

  it("reads standard input", async () => {
    expect(JSON.parse(await printed(["open", "-"], readFileSync(file("a.svg"), "utf8")))).toEqual(SHORT);
  });

  it.each([
    [["open"], 2, "missing FILE"],
    [["open", "a.svg", "b.svg"], 2, "unexpected argument: b.svg"],
    [["open", "a.svg", "--link", "--json"], 2, "--link beside --json"],
    [["open", "a.svg", "--base", "http://a/"], 2, "--base without a link; expected --link or --json"],
    [["open", "a.svg", "--link", "--base", "here"], 2, "invalid --base: here; expected an address"],
    [["open", "a.svg", "--jsn"], 2, "unknown option: --jsn; did you mean --json?"],
    [["export", "foreign.svg", "-o", "-"], 1, "no recipe in foreign.svg; expected an SVG"],
    [["open", "cut.png"], 1, "cut.png: the PNG is cut off"],
    [["facts", "cut.png"], 1, "cut.png: the PNG is cut off"],
    [["export", "words.docx", "-o", "-"], 1, "no figure in words.docx; expected a spec (JSON), or an SVG"],
    [["open", "gone.svg"], 1, "cannot read gone.svg: no such file or folder"],
    [["open", "foreign.svg"], 1, "no recipe in foreign.svg; expected an SVG saved by Marginscape"],
  ])("says what is wrong with %j", async (args, expected, message) => {
    writeFileSync(file("foreign.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
    writeFileSync(file("cut.png"), readFileSync(file("a.png")).subarray(0, 900));
    writeFileSync(file("words.docx"), "PK\u0003\u0004");
    const { code, err } = await run(args, { cwd: folder.path });
    expect(err).toContain(message);
    expect(code).toBe(expected);
  });
});
