export interface Browser {
  executablePath: string;
  /** The whole environment to start it in, not only what differs. */
  env: Record<string, string>;
  args: string[];
}

/**
 * A Chromium that runs here: $CHROMIUM, else one on PATH, else playwright's own, else the one in @sparticuz/chromium.
 * What it gives can be spread into playwright's launch options; WebGPU needs `--enable-unsafe-webgpu` besides. Found
 * once per process. Rejects with the ways to get one.
 */
export function ensureBrowser(): Promise<Browser>;
