import { describe, expect, it } from "vitest";
import { READING_ZH, sayReadingInChinese } from "../../../src/app/words/reading-zh.ts";
import { prepareFigure } from "../../../src/figures/figure.ts";
import type { ReadingRow } from "../../../src/figures/reading.ts";
import { resolveFigure } from "../../../src/spec/figure.ts";
import { PRESETS } from "../../../src/spec/presets.ts";
import { expectSameSaid, latinIn } from "../../bilingual.ts";

/** Rows whose label or value is a name that the figure gives. */
const NAMED: Readonly<Record<string, RegExp>> = {
  label: /^(?:curve-|side-|height|x$|a$|b$|value$|shown$|colour$)/,
  value: /^(?:nearest|case|node|class|pair|panel)$/,
};

describe("what a figure says at the crosshair, in Chinese", () => {
  it.each(Object.entries(READING_ZH))("%s", (english, chinese) => expectSameSaid(english, chinese));

  it.each(Object.keys(PRESETS))("leaves no English but names in %s", (name) => {
    const prepared = prepareFigure(resolveFigure(PRESETS[name].spec));
    const scene = prepared.draw();
    const { x, y, width, height } = scene.room ?? scene.frame;
    const rows = new Map<string, ReadingRow>();
    for (let i = 0; i < 49; i++) {
      const at = [x + (((i % 7) + 0.5) / 7) * width, y + ((Math.floor(i / 7) + 0.5) / 7) * height] as const;
      for (const row of prepared.readAt(scene, ...at).rows) rows.set(`${row.label} ${row.value}`, row);
    }
    expect(rows.size).toBeGreaterThan(3);
    const left = [...rows.values()].flatMap(({ key, label, value }) => [
      ...(NAMED["label"].test(key) ? [] : latinIn(sayReadingInChinese(label))),
      ...(NAMED["value"].test(key) ? [] : latinIn(sayReadingInChinese(value))),
    ]);
    expect(left).toEqual([]);
  });
});
