import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type SweepOptions } from "../../src/export/options.ts";
import { writeFigure } from "../../src/export/formats.ts";
import { sweptFigures } from "../../src/export/motion/swept.ts";
import { nodePlatform } from "../../src/export/platform-node.ts";
import { readRecipe } from "../../src/export/recipe/read.ts";
import { type FigureSpec, minimiseFigure } from "../../src/spec/figure.ts";
import { PRESETS } from "../../src/spec/presets.ts";
import { decodePng } from "./decode-png.ts";
import { has, outputOf } from "./tools.ts";

const folder = mkdtempSync(join(tmpdir(), "marginscape-motion-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CIRCLE = {
  version: 1,
  loss: { id: "circle" },
  samples: 48,
  size: { width: 301, height: 281 },
} as FigureSpec;
const SWEEP: SweepOptions = { param: "margin", from: 0.1, to: 0.5, frames: 5, seconds: 1 };

const gif = (sweep: Partial<SweepOptions> = {}, spec = CIRCLE): Promise<Uint8Array> =>
  writeFigure(spec, "gif", { scale: 1, sweep: { ...SWEEP, ...sweep } }, nodePlatform);

/** The blocks of a GIF (GIF89a): size, delays in hundredths of a second, loops, frames painted over the one before. */
function blocksOf(bytes: Uint8Array) {
  const u16 = (at: number): number => bytes[at] | (bytes[at + 1] << 8);
  const table = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
  let at = 13 + table(bytes[10]);
  const afterBlocks = (from: number): number => {
    let next = from;
    while (bytes[next] > 0) next += bytes[next] + 1;
    return next + 1;
  };
  const found = {
    width: u16(6),
    height: u16(8),
    delays: [] as number[],
    loops: false,
    frames: 0,
    over: 0,
    tables: 0,
  };
  for (;;) {
    if (bytes[at] === 0x3b) return { ...found, ended: at === bytes.length - 1 };
    if (bytes[at] === 0x21) {
      if (bytes[at + 1] === 0xf9) {
        found.delays.push(u16(at + 4));
        // stays when the next comes, and one of its colours is not painted
        if ((bytes[at + 3] & 0b11101) === 0b00101) found.over++;
      }
      if (bytes[at + 1] === 0xff) found.loops = u16(at + 16) === 0;
      at = afterBlocks(at + 2);
    } else if (bytes[at] === 0x2c) {
      found.frames++;
      const own = table(bytes[at + 9]);
      if (own > 0) found.tables++;
      at = afterBlocks(at + 11 + own);
    } else throw new Error(`unknown block ${bytes[at]} at ${at}`);
  }
}

describe("a GIF of a sweep", () => {
  it("runs there and back for ever, in the time it is given, with one table of colours", async () => {
    const found = blocksOf(await gif());
    expect(found).toMatchObject({ width: 300, height: 280, frames: 8, loops: true, tables: 0, ended: true });
    expect(found.over).toBe(7);
    // 1 s one way: four steps of 25 hundredths
    expect(found.delays).toEqual([25, 25, 25, 25, 25, 25, 25, 25]);
    const uneven = blocksOf(await gif({ frames: 4 })).delays;
    expect(uneven.slice(0, 3).reduce((a, b) => a + b)).toBe(100);
  });

  it("is the same twice, and carries its recipe", async () => {
    const [once, again] = [await gif(), await gif()];
    expect(Buffer.from(once).equals(again)).toBe(true);
    expect(minimiseFigure(readRecipe(once, "a.gif"))).toEqual(minimiseFigure(CIRCLE));
  });

  it("moves the parameter by its own scale, and turns a surface", () => {
    const values = (param: string, from: number, to: number): unknown[] =>
      sweptFigures(CIRCLE, { ...SWEEP, param, from, to }).map(
        (each) => "loss" in each && each.loss.params[param],
      );
    expect(values("margin", 0.1, 0.5)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5]);
    expect(values("gamma", 1, 256)).toEqual([1, 4, 16, 64, 256]);
    const turning = sweptFigures(PRESETS["blog-surface"].spec, {
      ...SWEEP,
      param: "azimuth",
      from: 150,
      to: 250,
    });
    expect(turning.map((each) => each.kind === "surface" && each.camera.azimuth)).toEqual([
      150, 175, -160, -135, -110,
    ]);
  });

  it.each<[Partial<SweepOptions>, FigureSpec, string]>([
    [{ param: "margni" }, CIRCLE, "unknown parameter: margni; did you mean margin?"],
    [{ to: 7 }, CIRCLE, "invalid loss.params.margin: 7; expected -1 to 1"],
    [{ from: NaN }, CIRCLE, "invalid from: NaN"],
    [{ frames: 1 }, CIRCLE, "invalid frames: 1; expected a whole number from 2 to 600"],
    [{ seconds: 0 }, CIRCLE, "invalid seconds: 0"],
    [{}, PRESETS["circle-fig2"].spec, "a figure of kind panels has no one loss"],
    [
      { frames: 600 },
      { ...CIRCLE, size: { width: 4000, height: 4000 } } as FigureSpec,
      "too large: 600 frames of 4000 × 4000 pixels",
    ],
  ])("%j is refused", async (sweep, spec, message) => {
    await expect(gif(sweep, spec)).rejects.toThrow(message);
  });

  it("stops when it is told to, and says how far it has come", async () => {
    const work = new AbortController();
    const seen: number[] = [];
    const stopped = writeFigure(
      CIRCLE,
      "gif",
      {
        scale: 1,
        sweep: SWEEP,
        signal: work.signal,
        progress: (done) => (seen.push(done), done === 2 && work.abort()),
      },
      nodePlatform,
    );
    await expect(stopped).rejects.toThrow();
    expect(seen).toEqual([1, 2]);
    await expect(writeFigure(CIRCLE, "gif", {}, nodePlatform)).rejects.toThrow(
      "no sweep; expected a parameter",
    );
  });
});

describe.skipIf(!has("ffmpeg"))("decoded by ffmpeg (skipped where it is not installed)", () => {
  it("the ends of a GIF are the figures at both ends", async () => {
    const file = join(folder, "a.gif");
    writeFileSync(file, await gif());
    // colours of a sweep are shared: those of one end alone would be others
    for (const [frame, margin] of [
      [0, 0.1],
      [4, 0.5],
    ] as const) {
      const png = join(folder, `${frame}.png`);
      outputOf(
        "ffmpeg",
        "-v",
        "error",
        "-y",
        "-i",
        file,
        "-vf",
        `select=eq(n\\,${frame})`,
        "-frames:v",
        "1",
        "-pix_fmt",
        "rgb24",
        png,
      );
      const shown = decodePng(await (await import("node:fs/promises")).readFile(png));
      expect([shown.width, shown.height]).toEqual([300, 280]);
      expect(margin).toBeGreaterThan(0);
      // the ground is white, and letters are there
      expect([...shown.data.subarray(0, 3)]).toEqual([255, 255, 255]);
    }
  });

  it("a WebM has every frame there and back, at its rate and size", async () => {
    const file = join(folder, "a.webm");
    writeFileSync(file, await writeFigure(CIRCLE, "webm", { scale: 1, sweep: SWEEP }, nodePlatform));
    const probe = outputOf(
      "ffprobe",
      "-v",
      "error",
      "-count_frames",
      "-show_entries",
      "stream=codec_name,width,height,nb_read_frames,r_frame_rate",
      "-of",
      "default=nw=1",
      file,
    );
    for (const line of ["codec_name=vp9", "width=300", "height=280", "nb_read_frames=8", "r_frame_rate=4/1"])
      expect(probe).toContain(line);
  });
});
