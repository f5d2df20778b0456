import { GpuTurn } from "../../../src/app/view/live/gpu-turn.ts";
import { LiveCanvas, type Painted } from "../../../src/app/view/live/live-canvas.ts";
import type { EngineChoice } from "../../../src/app/engine/setting.ts";
import { provideAll } from "../../../src/figures/at-once.ts";
import { landscapeData, landscapeLayout } from "../../../src/figures/landscape.ts";
import { LiveMemory, type LiveRequest, planLive } from "../../../src/figures/live.ts";
import { pictureJob } from "../../../src/figures/live-gpu.ts";
import { type KernelModule, loadKernels } from "../../../src/plane/live/kernels.ts";
import { GpuPictures } from "../../../src/plane/webgpu/pictures.ts";
import { PROBE } from "../../../src/plane/webgpu/screen.ts";
import { GpuUnavailable } from "../../../src/plane/webgpu/unavailable.ts";
import { resolveLandscape } from "../../../src/spec/landscape.ts";
import type { LandscapeSpec } from "../../../src/spec/landscape-schema.ts";
import { paintedPixels } from "../../figures/painted-pixels.ts";

provideAll();

/** How a GPU's picture differs from the CPU's, in shares of all pixels. */
export interface PictureDifference {
  /** Off by more than 3 of 255 in red, green or blue. */
  readonly off: number;
  /** Masked in one of the two alone. */
  readonly masked: number;
  /** Of the CPU's picture: masked, and under a line. */
  readonly grey: number;
  readonly lined: number;
}

/** Pictures of one drag: who painted each, and how it differs from what the CPU alone paints. */
export interface Dragged {
  readonly by: readonly Painted["by"][];
  readonly off: readonly number[];
  /** How often something was read back while each was painted: a buffer of the GPU's, or pixels of a canvas. */
  readonly reads: readonly number[];
  readonly problems: readonly string[];
}

/** What happens in the middle of a drag, and where it begins. */
export type Disturbance = "nothing" | "destroyed" | "unpresented";

const MOST = 3;
/** The edges of arrows are smoothed otherwise where a canvas ends. */
const SMOOTHED = 16;
const MARGINS = [0.2, 0.22, 0.24, 0.26, 0.28, 0.3, 0.32, 0.34];

/** Both painters of live pictures, for a test that sits in Node. */
class Pictures {
  readonly problems: string[] = [];
  #gpu: GpuPictures | undefined;

  /** Undefined where the GPU leaves the picture to the CPU. */
  async compare(spec: LandscapeSpec, nodes: number): Promise<PictureDifference | undefined> {
    this.#gpu ??= await GpuPictures.open({ software: true });
    this.#gpu.device.onuncapturederror = ({ error }) => this.problems.push(error.message);
    const memory = new LiveMemory(await kernels());
    const plan = planLive(requestFor(spec, nodes), memory);
    const job = pictureJob(plan, memory);
    if (job === undefined) return undefined;
    await this.#gpu.prepare(job);
    const context = contextOf(nodes);
    await this.#gpu.paint(job, context);
    const gpu = pixelsOf(context);
    const cpu = paintedPixels(plan, memory);
    const { shades } = plan.shading;
    const colours = new Set(Array.from({ length: 255 }, (_, shade) => shades[4 * shade]));
    const grey = shades[4 * 255];
    return {
      off: share(cpu, (pixel, i) => isOff(pixel, gpu[i])),
      masked: share(cpu, (pixel, i) => (pixel === grey) !== (gpu[i] === grey)),
      grey: share(cpu, (pixel) => pixel === grey),
      lined: share(cpu, (pixel) => pixel !== grey && !colours.has(pixel)),
    };
  }

  /** Has the adapter of software pass for one of hardware, whose pictures go through a canvas of the GPU's. */
  disguise(): void {
    const info = {
      vendor: "hardware",
      architecture: "",
      device: "",
      description: "",
      isFallbackAdapter: false,
    };
    Object.defineProperty(GPUAdapter.prototype, "info", { get: () => info });
  }

  /** And has canvases of the GPU's show something, if only one colour. */
  pretend(): void {
    const ofGpu = new WeakSet<object>();
    const { getContext } = OffscreenCanvas.prototype;
    OffscreenCanvas.prototype.getContext = function (
      this: OffscreenCanvas,
      kind: string,
      ...given: unknown[]
    ) {
      if (kind !== "webgpu") return Reflect.apply(getContext, this, [kind, ...given]);
      ofGpu.add(this);
      return canvasContextOf(this);
    } as typeof getContext;
    const { drawImage } = OffscreenCanvasRenderingContext2D.prototype;
    OffscreenCanvasRenderingContext2D.prototype.drawImage = function (...given: unknown[]) {
      if (!ofGpu.has(given[0] as object)) return void Reflect.apply(drawImage, this, given);
      this.fillStyle = `rgb(${PROBE.join(" ")})`;
      this.fillRect(0, 0, this.canvas.width, this.canvas.height);
    };
  }

  /** The strips of the CPU's picture: its rows, how many pixels of the first row of each are not those of the last one before, and by how much at most. */
  async strips(side: number): Promise<{ rows: (readonly [number, number])[]; off: number[]; worst: number }> {
    const spec: LandscapeSpec = { version: 1, loss: { id: "circle" } };
    const { strips } = await new LiveCanvas(await kernels()).paint(requestFor(spec, side));
    const row = (bitmap: ImageBitmap, at: number): Uint8ClampedArray => {
      const canvas = new OffscreenCanvas(bitmap.width, 1);
      const context = canvas.getContext("2d");
      if (context === null) throw new Error("no 2D canvas");
      context.drawImage(bitmap, 0, -at);
      return context.getImageData(0, 0, bitmap.width, 1).data;
    };
    let worst = 0;
    const off = strips.slice(1).map(({ bitmap }, i) => {
      const last = row(strips[i].bitmap, strips[i].bitmap.height - 1);
      const first = row(bitmap, 0);
      worst = Math.max(worst, ...first.map((byte, k) => Math.abs(byte - last[k])));
      const isOther = (pixel: number): boolean =>
        [0, 1, 2].some((k) => Math.abs(first[4 * pixel + k] - last[4 * pixel + k]) > SMOOTHED);
      return Array.from({ length: side }, (_, pixel) => pixel).filter(isOther).length;
    });
    return { rows: strips.map(({ bitmap, top }) => [top, top + bitmap.height]), off, worst };
  }

  /** What became of opening a GPU. */
  async opened(): Promise<string> {
    return GpuPictures.open({}).then(
      () => "open",
      (error: unknown) => (error instanceof GpuUnavailable ? error.reason : String(error)),
    );
  }

  /** Paints as the explorer's worker does; the GPU meets with something in the middle. */
  async drag(disturbance: Disturbance, engine: EngineChoice = "webgpu"): Promise<Dragged> {
    const tampered = tamperWith();
    const alone = new LiveCanvas(await kernels());
    const live = new LiveCanvas(await kernels(), new GpuTurn());
    live.restart(engine);
    const request = (margin: number): LiveRequest => {
      const params = { margin, gamma: 32 };
      return requestFor({ version: 1, loss: { id: "circle", params }, layers: { isolines: 6 } }, 256);
    };
    // until a GPU is there and has made what it needs, the CPU paints
    const end = performance.now() + (engine === "webgpu" ? 8000 : 2000);
    while ((await live.paint(request(0.1))).by === "cpu" && performance.now() < end)
      await new Promise((done) => setTimeout(done, 20));
    const by: Painted["by"][] = [];
    const off: number[] = [];
    const reads: number[] = [];
    for (const [i, margin] of MARGINS.entries()) {
      if (i === MARGINS.length / 2) tampered.disturb(disturbance);
      const before = tampered.reads();
      const painted = await live.paint(request(margin));
      reads.push(tampered.reads() - before);
      const expected = pixelsIn(await alone.paint(request(margin)));
      const actual = pixelsIn(painted);
      by.push(painted.by);
      off.push(share(expected, (pixel, k) => isOff(pixel, actual[k])));
    }
    live.restart("cpu");
    live.restart(engine);
    await new Promise((done) => setTimeout(done, 500));
    by.push((await live.paint(request(0.1))).by, (await live.paint(request(0.1))).by);
    tampered.undo();
    return { by, off, reads, problems: this.problems };
  }
}

/** A context whose textures no screen will see. */
function canvasContextOf(canvas: OffscreenCanvas): GPUCanvasContext {
  let own: GPUCanvasConfiguration | undefined;
  const getCurrentTexture = (): GPUTexture => {
    if (own === undefined) throw new Error("not configured");
    const { device, format } = own;
    return device.createTexture({ size: [canvas.width, canvas.height], format, usage: 0x10 });
  };
  return Object.create(GPUCanvasContext.prototype, {
    configure: { value: (given: GPUCanvasConfiguration) => void (own = given) },
    unconfigure: { value: () => void (own = undefined) },
    getCurrentTexture: { value: getCurrentTexture },
  }) as GPUCanvasContext;
}

async function kernels(): Promise<KernelModule> {
  const loaded = await loadKernels();
  if (loaded === undefined) throw new Error("no kernels");
  return loaded;
}

function requestFor(spec: LandscapeSpec, nodes: number): LiveRequest {
  const figure = resolveLandscape(spec);
  return { figure, layout: landscapeLayout(figure, landscapeData(figure)), nodes };
}

/** Keeps devices at hand, counts what is read back, and can have a canvas refuse what comes of a GPU. */
function tamperWith() {
  const request = GPUAdapter.prototype.requestDevice;
  const canvas = OffscreenCanvasRenderingContext2D.prototype;
  const { putImageData, drawImage, getImageData } = canvas;
  const { mapAsync } = GPUBuffer.prototype;
  let reads = 0;
  const counting = <Read extends (...given: never[]) => unknown>(read: Read) =>
    function (this: unknown, ...given: Parameters<Read>): unknown {
      reads++;
      return Reflect.apply(read, this, given);
    };
  Object.assign(canvas, { getImageData: counting(getImageData) });
  Object.assign(GPUBuffer.prototype, { mapAsync: counting(mapAsync) });
  const devices: GPUDevice[] = [];
  GPUAdapter.prototype.requestDevice = async function (...given) {
    const device = await request.apply(this, given);
    devices.push(device);
    return device;
  };
  return {
    reads: (): number => reads,
    disturb: (how: Disturbance): void => {
      if (how === "destroyed") for (const device of devices) device.destroy();
      if (how !== "unpresented") return;
      // the CPU's own pixels go to a canvas of the CPU's, and so do those that a test looks at
      const refusing = <Draw extends (...given: never[]) => void>(draw: Draw) =>
        function (this: OffscreenCanvasRenderingContext2D, ...given: Parameters<Draw>): void {
          if (attributesOf(this).willReadFrequently !== true) throw new Error("no presentation");
          Reflect.apply(draw, this, given);
        };
      Object.assign(canvas, { putImageData: refusing(putImageData), drawImage: refusing(drawImage) });
    },
    undo: (): void => {
      GPUAdapter.prototype.requestDevice = request;
      Object.assign(canvas, { putImageData, drawImage, getImageData });
      Object.assign(GPUBuffer.prototype, { mapAsync });
    },
  };
}

/** Missing in the types of a canvas that is off the screen. */
const attributesOf = (context: OffscreenCanvasRenderingContext2D): CanvasRenderingContext2DSettings =>
  (context as unknown as CanvasRenderingContext2D).getContextAttributes();

function contextOf(side: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(side, side).getContext("2d", {
    alpha: false,
    willReadFrequently: true,
  });
  if (context === null) throw new Error("no 2D canvas");
  return context;
}

function pixelsIn({ strips, side }: Painted): Uint32Array {
  const context = contextOf(side);
  for (const { bitmap, top } of strips) context.drawImage(bitmap, 0, top);
  return pixelsOf(context);
}

const pixelsOf = (context: OffscreenCanvasRenderingContext2D): Uint32Array =>
  new Uint32Array(context.getImageData(0, 0, context.canvas.width, context.canvas.height).data.buffer);

const share = (pixels: Uint32Array, test: (pixel: number, i: number) => boolean): number =>
  pixels.filter(test).length / pixels.length;

const isOff = (a: number, b: number): boolean =>
  [0, 8, 16].some((bits) => Math.abs(((a >> bits) & 255) - ((b >> bits) & 255)) > MOST);

export type { Pictures };

declare global {
  interface Window {
    pictures: Pictures;
  }
}

window.pictures = new Pictures();
