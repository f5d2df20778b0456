import { PICTURE_FORMAT } from "./pipelines.ts";
import type { Session } from "./session.ts";
import { GpuUnavailable } from "./unavailable.ts";

/** A 2D canvas, which may be the GPU's as well. */
export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Where a device draws its pictures, and how they get away from there. */
export interface Screen {
  /** Where the next picture is to be drawn, `side` pixels each way. */
  readonly next: (side: number) => GPUTexture;
  /** Called with the calls that draw it before they are submitted. */
  readonly encode: (encoder: GPUCommandEncoder) => void;
  /** Called at once after they were submitted: puts the picture on a 2D canvas. */
  readonly show: (context: Context) => Promise<void>;
  readonly close: () => void;
}

/** RENDER_ATTACHMENT and COPY_SRC of WebGPU's GPUTextureUsage, READ of its GPUMapMode, which Node has no globals for. */
const [ATTACHMENT, SOURCE, READ] = [0x10, 0x1, 0x1];

/** A canvas of the GPU's: pictures never leave it. Throws `GpuUnavailable` where what is drawn there does not arrive. */
export async function canvasScreen(session: Session): Promise<Screen> {
  const canvas = new OffscreenCanvas(1, 1);
  const context: unknown = canvas.getContext("webgpu");
  if (!(context instanceof GPUCanvasContext))
    throw new GpuUnavailable("failed", `${session.name} has no canvas`);
  const { device } = session;
  context.configure({ device, format: PICTURE_FORMAT, alphaMode: "opaque" });
  const screen: Screen = {
    next: (side) => {
      if (canvas.width !== side) Object.assign(canvas, { width: side, height: side });
      return context.getCurrentTexture();
    },
    encode: () => {},
    show: async (context2d) => context2d.drawImage(canvas, 0, 0),
    close: () => context.unconfigure(),
  };
  await tryOut(session, screen);
  return screen;
}

/** Red, green and blue of what a canvas is tried out with. */
export const PROBE = [51, 102, 153] as const;

/** Shows one colour and looks at it: a system may lose a picture, and its whole graphics process, without a word. */
async function tryOut(session: Session, screen: Screen): Promise<void> {
  const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  await session.guarded(async () => {
    const encoder = session.device.createCommandEncoder();
    const [r, g, b] = PROBE.map((byte) => byte / 255);
    const view = screen.next(1).createView();
    const clear = { view, loadOp: "clear", storeOp: "store", clearValue: { r, g, b, a: 1 } } as const;
    encoder.beginRenderPass({ colorAttachments: [clear] }).end();
    session.device.queue.submit([encoder.finish()]);
    if (context) await screen.show(context);
  });
  session.check();
  const seen = context?.getImageData(0, 0, 1, 1).data ?? [];
  if (PROBE.some((byte, i) => Math.abs(byte - seen[i]) > 1))
    throw new GpuUnavailable("failed", `${session.name} shows no pictures`);
}

/** WebGPU wants rows of a copy to begin at multiples of so many bytes. */
const ROW = 256;

/** Memory of the CPU's, for a device that is the CPU itself: nothing is won by a canvas there, and much may be lost. */
export function memoryScreen({ device, pool }: Session): Screen {
  let texture: GPUTexture | undefined;
  let image = new ImageData(1, 1);
  const lease = pool.lease();
  let staging: GPUBuffer | undefined;
  const stride = (): number => Math.ceil((4 * image.width) / ROW) * ROW;
  return {
    next: (side) => {
      if (image.width === side && texture) return texture;
      texture?.destroy();
      lease.destroy();
      image = new ImageData(side, side);
      texture = device.createTexture({
        size: [side, side],
        format: PICTURE_FORMAT,
        usage: ATTACHMENT | SOURCE,
      });
      staging = lease.take("staging", stride() * side);
      return texture;
    },
    encode: (encoder) => {
      if (texture && staging)
        encoder.copyTextureToBuffer({ texture }, { buffer: staging, bytesPerRow: stride() }, [
          image.width,
          image.height,
        ]);
    },
    show: async (context) => {
      if (!staging) return;
      const { width, height, data } = image;
      await staging.mapAsync(READ, 0, stride() * height);
      const bytes = new Uint8Array(staging.getMappedRange(0, stride() * height));
      for (let row = 0; row < height; row++)
        data.set(bytes.subarray(row * stride(), row * stride() + 4 * width), 4 * row * width);
      staging.unmap();
      context.putImageData(image, 0, 0);
    },
    close: () => {
      texture?.destroy();
      lease.destroy();
    },
  };
}
