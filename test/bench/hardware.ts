import type { Page } from "playwright";
import { isSoftwareAdapter } from "../../src/plane/webgpu/adapter.ts";

export const NO_ADAPTER = "no GPU adapter";

/** Why a page has no real GPU; undefined where it has one. */
export async function whyNoHardware(page: Page): Promise<string | undefined> {
  const info = await page.evaluate(async () => {
    const adapter = await navigator.gpu?.requestAdapter({ powerPreference: "high-performance" });
    if (!adapter) return undefined;
    const { vendor, architecture, device, description, isFallbackAdapter } = adapter.info;
    return { vendor, architecture, device, description, isFallbackAdapter };
  });
  if (info === undefined) return NO_ADAPTER;
  if (!isSoftwareAdapter(info)) return undefined;
  return `only a software adapter, ${info.vendor} ${info.architecture}`;
}
