import { Resvg } from "@resvg/resvg-js";
import { expect, it } from "vitest";
import { loadResvg } from "../../src/export/resvg-node.ts";

const DISC = `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><circle cx="4" cy="4" r="3" fill="#396"/></svg>`;
const twice = { fitTo: { mode: "zoom", value: 2 } } as const;

it.each([process.platform, "another"])("on %s: what resvg draws", async (platform) => {
  const own = Object.getOwnPropertyDescriptor(process, "platform") ?? {};
  Object.defineProperty(process, "platform", { ...own, value: platform });
  try {
    const { width, height, pixels } = (await loadResvg())(DISC, twice);
    expect([width, height]).toEqual([16, 16]);
    expect(pixels.equals(new Resvg(DISC, twice).render().pixels)).toBe(true);
  } finally {
    Object.defineProperty(process, "platform", own);
  }
});
