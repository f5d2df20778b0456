import { sineOf } from "../../numerics/sphere.ts";
import type { GpuRequest } from "./adapter.ts";
import type { Lease } from "./buffers.ts";
import { fieldBytes, jobBytes } from "./kernel-common.ts";
import { PICTURE, sineOfQuantity } from "./kernel-numbers.ts";
import { marginsOf, PartsCache, type PictureJob, type PictureParts } from "./picture-parts.ts";
import { canvasScreen, type Context, memoryScreen, type Screen } from "./screen.ts";
import { Session } from "./session.ts";
import { checkTableSize, gridNodes, packTables, tableLength } from "./tables.ts";
import type { GpuUnavailable } from "./unavailable.ts";

export type { BendShader, Overlay, PictureJob } from "./picture-parts.ts";

/** Paints pictures of quantities on a GPU. */
export class GpuPictures {
  readonly #parts: PartsCache;

  private constructor(
    private readonly session: Session,
    private readonly screen: Screen,
  ) {
    this.#parts = new PartsCache(session);
  }

  /**
   * Throws `GpuUnavailable` where there is no GPU, only a software adapter that was not asked for, or nothing to be seen
   * of what it paints.
   */
  static async open(request: GpuRequest): Promise<GpuPictures> {
    const session = await Session.open(request);
    try {
      const screen = session.software ? memoryScreen(session) : await canvasScreen(session);
      return new GpuPictures(session, screen);
    } catch (error) {
      session.close();
      throw error;
    }
  }

  /** Resolves once the device is gone. */
  get lost(): Promise<GpuUnavailable> {
    return this.session.lost;
  }

  get device(): GPUDevice {
    return this.session.device;
  }

  close(): void {
    this.screen.close();
    this.session.close();
  }

  /** Makes what pictures of this sort need. Throws `GpuUnavailable`. */
  async prepare(job: PictureJob): Promise<void> {
    await this.#parts.get(job);
  }

  /**
   * Paints a picture on a 2D canvas. False, and no picture, where what it needs is still being made. Throws
   * `GpuUnavailable`.
   */
  async paint(job: PictureJob, context: Context): Promise<boolean> {
    this.session.check();
    const parts = this.#parts.now(job);
    if (parts === undefined) return false;
    await this.session.leasing((lease) =>
      this.session.guarded(() => this.#paint(job, parts, lease, context)),
    );
    this.session.check();
    return true;
  }

  /** All calls are made before anything is awaited. */
  #paint(job: PictureJob, parts: PictureParts, lease: Lease, context: Context): Promise<void> {
    const { device } = this.session;
    const { side, shading, overlays } = job;
    const written = (
      usage: "uniform" | "tables",
      data: ArrayBuffer | Float32Array<ArrayBuffer>,
    ): GPUBuffer => {
      const buffer = lease.take(usage, data.byteLength);
      device.queue.writeBuffer(buffer, 0, data);
      return buffer;
    };
    const { low, slope } = shading;
    const picture = written("uniform", fieldBytes(PICTURE, { side, low, slope, bend: job.bend.number }));
    const { uniform, tables, sines } = gridOf(job, parts, device.limits);
    const numbers = lease.take("results", 4 * side ** 2 * (1 + marginsOf(job).length));
    const texture = this.screen.next(side);
    const bound = (
      pipeline: GPUComputePipeline | GPURenderPipeline,
      buffers: readonly GPUBuffer[],
    ): GPUBindGroup =>
      device.createBindGroup({
        layout: pipeline.getBindGroupLayout(0),
        entries: buffers.map((buffer, binding) => ({ binding, resource: { buffer } })),
      });

    const encoder = device.createCommandEncoder();
    const kernel = encoder.beginComputePass();
    kernel.setPipeline(parts.numbers);
    kernel.setBindGroup(
      0,
      bound(parts.numbers, [
        written("uniform", uniform),
        written("tables", tables),
        picture,
        written("tables", sines),
        numbers,
      ]),
    );
    kernel.dispatchWorkgroups(Math.ceil(side / 64), side);
    kernel.end();
    const pass = encoder.beginRenderPass({
      colorAttachments: [{ view: texture.createView(), loadOp: "clear", storeOp: "store" }],
    });
    pass.setPipeline(parts.picture);
    const lines = linesOf([{ line: { color: 0, ...shading } }, ...overlays]);
    const shades = shading.shades.slice().buffer;
    pass.setBindGroup(
      0,
      bound(parts.picture, [picture, numbers, written("tables", shades), written("tables", lines)]),
    );
    pass.draw(3);
    pass.end();
    this.screen.encode(encoder);
    device.queue.submit([encoder.finish()]);
    return this.screen.show(context);
  }
}

/** What the kernel over the grid reads. */
function gridOf(
  { program, parameters, counts, axes, side, quantity }: PictureJob,
  { shader }: PictureParts,
  limits: GPUSupportedLimits,
) {
  const nodes = gridNodes(axes, side, side);
  const setLength = tableLength(shader, nodes);
  checkTableSize(limits, counts.length * setLength);
  const uniform = jobBytes({
    columns: side,
    rows: side,
    endRow: side,
    positiveNodes: side,
    negativeNodes: side,
    positiveAt: shader.constants.length,
    negativeAt: shader.constants.length + shader.positive.length * side,
    setLength,
    horizontalIsPositive: Number(nodes.horizontal === "positive"),
  });
  const sets = counts.map((each) => ({ parameters, counts: each }));
  const similarity = sineOfQuantity(quantity);
  const sines = similarity ? Float32Array.from(nodes[similarity], sineOf) : new Float32Array(1);
  return { uniform, tables: packTables(program, shader, sets, nodes), sines };
}

/** (colour, half the width, opacity, gap) of each line, the last three as the bits of floats. */
function linesOf(lines: readonly Pick<PictureJob["overlays"][number], "line" | "gap">[]): ArrayBuffer {
  const bytes = new ArrayBuffer(16 * lines.length);
  const view = new DataView(bytes);
  lines.forEach(({ line: { color, width, opacity }, gap = 0 }, i) => {
    view.setUint32(16 * i, color, true);
    [width / 2, opacity, gap].forEach((x, k) => view.setFloat32(16 * i + 4 * (k + 1), x, true));
  });
  return bytes;
}
