import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InputError } from "../../losses/errors.ts";
import type { VideoSource } from "../platform.ts";

/** VP9 in WebM by the `ffmpeg` that is installed. Throws `InputError` where there is none. */
export async function encodedByFfmpeg({
  frames,
  width,
  height,
  rate,
  signal,
}: VideoSource): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "marginscape-video-"));
  const file = join(folder, "sweep.webm");
  try {
    const raw = [
      "-f",
      "rawvideo",
      "-pix_fmt",
      "rgba",
      "-s",
      `${width}x${height}`,
      "-r",
      String(rate),
      "-i",
      "-",
    ];
    const vp9 = ["-c:v", "libvpx-vp9", "-crf", "24", "-b:v", "0", "-row-mt", "1", "-pix_fmt", "yuv420p"];
    const child = spawn("ffmpeg", ["-v", "error", "-y", ...raw, ...vp9, "-fflags", "+bitexact", file], {
      stdio: ["pipe", "ignore", "pipe"],
      ...(signal && { signal }),
    });
    let complaint = "";
    child.stderr.on("data", (part: Buffer) => (complaint += part.toString()));
    const ended = new Promise<void>((done, failed) => {
      child.on("error", (error: NodeJS.ErrnoException) =>
        failed(
          error.code === "ENOENT"
            ? new InputError("no ffmpeg on this machine; expected one to write WebM, or choose --format gif")
            : error,
        ),
      );
      child.on("close", (code) => (code === 0 ? done() : failed(new Error(`ffmpeg: ${complaint.trim()}`))));
    });
    // a program that has died closes its input: what it said is what counts
    child.stdin.on("error", () => {});
    const fed = (async () => {
      for await (const { data } of frames)
        if (!child.stdin.write(data))
          await Promise.race([new Promise((on) => child.stdin.once("drain", on)), ended]);
      child.stdin.end();
    })();
    await Promise.all([fed, ended]);
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
