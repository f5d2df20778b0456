import { applyPalette, GIFEncoder, quantize } from "gifenc";
import { joined } from "../bytes.ts";
import type { Pixels } from "../platform.ts";
import { gifComment } from "../recipe/gif.ts";
import { bounced, type Motion } from "./frames.ts";

/** Every so many-th pixel is looked at for the colours that all frames share. */
const STRIDE = 5;
/** One place of a table of 256 is left for what stays as it was. */
const COLOURS = 255;
/** Leave a frame where it is when the next one comes. */
const KEPT = 1;

/**
 * An animation as a GIF that runs there and back for ever, `seconds` one way, one table of colours for all frames, its
 * recipe in a comment. A frame says only what has changed, which halves the file. The same pictures give the same bytes.
 */
export async function toGif({ frames }: Motion, seconds: number, recipe: string): Promise<Uint8Array> {
  const pictures: Pixels[] = [];
  for await (const frame of frames) pictures.push(frame);
  const palette = quantize(sampled(pictures), COLOURS, { format: "rgb565" });
  const indexed = pictures.map(({ data }) => applyPalette(data, palette, "rgb565"));
  const same = palette.length;
  const encoder = GIFEncoder();
  const order = bounced(pictures.length);
  const perFrame = (100 * seconds) / Math.max(1, pictures.length - 1);
  for (const [shown, i] of order.entries()) {
    // hundredths of a second that add up
    const delay = Math.max(2, Math.round((shown + 1) * perFrame) - Math.round(shown * perFrame));
    const { width: across, height: down } = pictures[i];
    const own = shown === 0 ? indexed[i] : changed(indexed[order[shown - 1]], indexed[i], same);
    encoder.writeFrame(own, across, down, {
      delay: 10 * delay,
      repeat: 0,
      dispose: KEPT,
      ...(shown === 0 ? { palette: [...palette, UNSEEN] } : { transparent: true, transparentIndex: same }),
    });
  }
  encoder.finish();
  return withComment(encoder.bytes(), recipe);
}

/** The colour of what is not painted. */
const UNSEEN = [0, 0, 0];

/** `same` wherever a frame is as the one before. */
const changed = (before: Uint8Array, now: Uint8Array, same: number): Uint8Array =>
  now.map((index, i) => (index === before[i] ? same : index));

function sampled(pictures: readonly Pixels[]): Uint8ClampedArray {
  const every = Math.max(1, Math.floor(pictures.length / 12));
  const chosen = pictures.filter((_, i) => i % every === 0 || i === pictures.length - 1);
  const words = chosen.map(({ data }) => new Uint32Array(data.buffer, data.byteOffset, data.byteLength / 4));
  const all = new Uint32Array(words.reduce((sum, each) => sum + Math.ceil(each.length / STRIDE), 0));
  let at = 0;
  for (const each of words) for (let i = 0; i < each.length; i += STRIDE) all[at++] = each[i];
  return new Uint8ClampedArray(all.buffer);
}

/** Puts a comment behind the table of colours, before the first frame. */
function withComment(gif: Uint8Array, recipe: string): Uint8Array {
  const head = 13 + ((gif[10] & 0x80) === 0 ? 0 : 3 * 2 ** ((gif[10] & 7) + 1));
  return joined([gif.subarray(0, head), gifComment(recipe), gif.subarray(head)]);
}
