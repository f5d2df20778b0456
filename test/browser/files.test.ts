import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { run } from "../cli/run.ts";
import { type Decoded, decodePng } from "../export/decode-png.ts";
import { agreement } from "./pixels.ts";
import { drawn, mBox, overlay, saved, Site } from "./support.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterEach(async () => expect(await site.end()).toEqual([]));
afterAll(() => site.close());

/** What the command line writes to its standard output. */
async function exported(args: readonly string[], input = ""): Promise<Buffer> {
  const { code, bytes, err } = await run(["export", ...args, "-o", "-"], { input });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return bytes;
}

const ANGLES = {
  version: 1,
  title: "Hard < soft & “quoted”",
  loss: { id: "triplet", params: { distance: "euclidean", margin: 0.2 } },
  axes: {
    negative: { unit: "degrees" },
    positive: { unit: "radians", range: [Math.PI, 0] },
    horizontal: "positive",
  },
  quantity: "gradientLength",
  theme: "print",
  size: { width: 312, height: 300 },
};

describe("Save SVG", () => {
  it("of the default figure is the command line's file, byte for byte", async () => {
    const page = await site.visit();
    const { name, bytes } = await saved(page, "Save SVG");
    expect(name).toBe("marginscape-circle.svg");
    expect(bytes.length).toBeGreaterThan(20_000);
    expect(bytes.equals(await exported(["circle-region"]))).toBe(true);
  });

  it("after changes is what --set makes of the preset", async () => {
    const page = await site.visit();
    await mBox(page).fill("0.3137");
    await mBox(page).press("Enter");
    await page.getByLabel("Colour").selectOption("dSn");
    await page.locator("label", { hasText: /^attached$/ }).click();
    await drawn(page);
    const { bytes } = await saved(page, "Save SVG");
    const settings = ["margin=0.3137", "quantity=dSn", "gradient=attached"].map((each) => `--set=${each}`);
    expect(bytes.equals(await exported(["circle-region", ...settings]))).toBe(true);
  });

  it("of a figure from a link is what its JSON makes", async () => {
    const page = await site.visit({
      hash:
        "#loss=triplet&distance=euclidean&margin=0.2&sn.unit=degrees&sp.unit=radians&horizontal=positive" +
        `&sp.range=${Math.PI}:0&quantity=gradientLength&theme=print&width=312&height=300` +
        `&title=${encodeURIComponent(ANGLES.title)}`,
    });
    const { bytes } = await saved(page, "Save SVG");
    expect(bytes.equals(await exported(["-"], JSON.stringify(ANGLES)))).toBe(true);
  });

  it("does not depend on the width of the window", async () => {
    const page = await site.visit({ width: 400, height: 800 });
    expect(await overlay(page)).not.toContain('width="640"');
    const { bytes } = await saved(page, "Save SVG");
    expect(bytes.equals(await exported(["circle-region"]))).toBe(true);
  });
});

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Whether a pixel of the file is darker than half. */
function isDark({ width, height, channels, data }: Decoded, x: number, y: number): boolean {
  const at = (y * width + x) * channels;
  return x >= 0 && x < width && y >= 0 && y < height && data[at] + data[at + 1] + data[at + 2] < 384;
}

/** The dark pixels of a box, in pixels of the figure, and the share of them with a dark one of `b` within `reach`. */
function ink(a: Decoded, b: Decoded, box: Box, reach: number): { count: number; matched: number } {
  let [count, near] = [0, 0];
  for (let y = 2 * box.y; y < 2 * (box.y + box.height); y++) {
    for (let x = 2 * box.x; x < 2 * (box.x + box.width); x++) {
      if (!isDark(a, x, y)) continue;
      count++;
      let found = false;
      for (let dy = -reach; dy <= reach && !found; dy++)
        for (let dx = -reach; dx <= reach && !found; dx++) found = isDark(b, x + dx, y + dy);
      if (found) near++;
    }
  }
  return { count, matched: near / count };
}

describe("Save PNG", () => {
  it("is the figure at twice its size, as the command line draws it but for the edges of letters and lines", async () => {
    const page = await site.visit();
    const { name, bytes } = await saved(page, "Save PNG");
    expect(name).toBe("marginscape-circle.png");
    const ours = decodePng(bytes);
    expect([ours.width, ours.height]).toEqual([1280, 1120]);
    const theirs = decodePng(await exported(["circle-region", "--format=png", "--scale=2"]));
    const share = agreement(ours, theirs, 24);
    console.log(`Save PNG: ${(100 * share).toFixed(2)} % of the pixels within 24/255 of the command line's`);
    expect(share).toBeGreaterThanOrEqual(0.97);
    // the same letters, in the same fonts: with others the shares are 0.2 to 0.75
    for (const [what, least, box] of [
      ["title", 0.9, { x: 45, y: 8, width: 120, height: 24 }],
      ["parameters, in a lighter ink", 0.7, { x: 45, y: 33, width: 200, height: 20 }],
      ["script L", 0.95, { x: 516, y: 36, width: 24, height: 20 }],
      ["numbers of the legend", 0.9, { x: 539, y: 55, width: 40, height: 420 }],
      ["label below", 0.9, { x: 200, y: 495, width: 200, height: 20 }],
      ["label aside", 0.9, { x: 40, y: 150, width: 16, height: 230 }],
    ] as const) {
      for (const { count, matched } of [ink(ours, theirs, box, 1), ink(theirs, ours, box, 1)]) {
        expect(count, what).toBeGreaterThan(80);
        expect(matched, what).toBeGreaterThan(least);
      }
    }
  });

  it("has the size of its figure whatever the window, twice the same bytes", async () => {
    const page = await site.visit({ hash: "#loss=am-softmax&width=312&height=300&theme=dark", width: 400 });
    const first = await saved(page, "Save PNG");
    const { width, height, data } = decodePng(first.bytes);
    expect([width, height]).toEqual([624, 600]);
    expect([...data.subarray(0, 3)]).toEqual([0x14, 0x17, 0x1c]);
    expect((await saved(page, "Save PNG")).bytes.equals(first.bytes)).toBe(true);
  });
});
