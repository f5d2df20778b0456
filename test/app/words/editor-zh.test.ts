import { describe, expect, it } from "vitest";
import { EXAMPLES } from "../../../src/app/formula/examples.ts";
import { EDITOR_EN } from "../../../src/app/words/editor-en.ts";
import { EDITOR_ZH, EXAMPLE_TITLES } from "../../../src/app/words/editor-zh.ts";
import { expectSameSaid } from "../../bilingual.ts";

/** Functions, losses and libraries. */
const NAMES = new Set(
  `relu step abs sign floor max min clamp detach PyTorch Circle loss AM-Softmax InfoNCE logit log-sum-exp log exp`.split(
    " ",
  ),
);

/** Code between backticks is the same and is no words. */
function expectHelpful(english: string, chinese: string): void {
  const code = /`[^`]*`/g;
  expect((chinese.match(code) ?? []).toSorted()).toEqual((english.match(code) ?? []).toSorted());
  if (english === "detach") expect(chinese).toBe(english);
  else expectSameSaid(english.replaceAll(code, "x"), chinese.replaceAll(code, "x"), NAMES);
}

describe("the formula editor in Chinese", () => {
  it("helps with the same code and numbers", () => {
    expectHelpful(EDITOR_EN.help, EDITOR_ZH.help);
    expect(EDITOR_ZH.entries.length).toBe(EDITOR_EN.entries.length);
    EDITOR_EN.entries.forEach((entry, i) =>
      entry.forEach((text, j) => expectHelpful(text, EDITOR_ZH.entries[i][j])),
    );
  });

  it("names every example", () => {
    expect(Object.keys(EXAMPLE_TITLES).toSorted()).toEqual(EXAMPLES.map(({ id }) => id).toSorted());
    for (const example of EXAMPLES) expectHelpful(example.title, EDITOR_ZH.exampleTitle(example));
  });
});
