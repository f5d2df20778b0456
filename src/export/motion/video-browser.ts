import { BufferTarget, CanvasSource, canEncodeVideo, Output, WebMOutputFormat } from "mediabunny";
import { InputError } from "../../losses/errors.ts";
import type { VideoSource } from "../platform.ts";

const CODECS = ["vp9", "vp8"] as const;
const BITS_PER_PIXEL = 0.25;

/** VP9 or VP8 in WebM by the browser's own encoder. Throws `InputError` where it has none. */
export async function encodedByBrowser({
  frames,
  width,
  height,
  rate,
  signal,
}: VideoSource): Promise<Uint8Array> {
  const bitrate = Math.round(BITS_PER_PIXEL * width * height * rate);
  const able = await Promise.all(CODECS.map((codec) => canEncodeVideo(codec, { width, height, bitrate })));
  const codec = CODECS.find((_, i) => able[i]);
  if (codec === undefined)
    throw new InputError("this browser cannot write video; expected one with VP9 or VP8, or choose GIF");
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no 2D canvas in this browser");
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const source = new CanvasSource(canvas, { codec, bitrate, keyFrameInterval: 2 });
  output.addVideoTrack(source, { frameRate: rate });
  await output.start();
  try {
    let shown = 0;
    for await (const { data, width: across, height: down } of frames) {
      signal?.throwIfAborted();
      context.putImageData(new ImageData(data as Uint8ClampedArray<ArrayBuffer>, across, down), 0, 0);
      await source.add(shown / rate, 1 / rate);
      shown++;
    }
    await output.finalize();
  } catch (error) {
    await output.cancel();
    throw error;
  }
  if (target.buffer === null) throw new Error("the encoder gave no bytes");
  return new Uint8Array(target.buffer);
}
