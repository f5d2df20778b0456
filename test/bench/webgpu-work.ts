import type { Program } from "../../src/formula/program.ts";
import { cellShader } from "../../src/formula/wgsl.ts";
import type { FillJob } from "../../src/plane/webgpu/fill.ts";
import type { Gpu } from "../../src/plane/webgpu/gpu.ts";
import { jobBytes } from "../../src/plane/webgpu/kernel-common.ts";
import { fillKernel } from "../../src/plane/webgpu/kernel-fill.ts";
import { gridNodes, packTables, tableLength } from "../../src/plane/webgpu/tables.ts";

/** Times of the GPU's work, each many times in milliseconds, with the bytes that it moves. */
export interface GpuTimes {
  readonly name: string;
  readonly cells: number;
  /** Read and written on the device. */
  readonly bytes: number;
  readonly times: readonly number[];
}

const STORAGE = 0x80 | 0x4 | 0x8;
const UNIFORM = 0x40 | 0x8;

/**
 * The floor of a submission, the bandwidth of a copy, the fill kernel without reading back, the engine's fill with it,
 * and its measuring. Runs in Node as well as in a page.
 */
export async function gpuTimes(
  gpu: Gpu,
  program: Program,
  job: FillJob,
  rounds: number,
): Promise<readonly GpuTimes[]> {
  const { device } = gpu;
  const { columns, rows, channels } = job;
  const cells = columns * rows;
  const resultBytes = 4 * cells * channels.length;
  const made: GPUBuffer[] = [];
  const bufferOf = (size: number, usage: number): GPUBuffer => {
    const buffer = device.createBuffer({ size, usage });
    made.push(buffer);
    return buffer;
  };
  const submitted = async (record: (encoder: GPUCommandEncoder) => void): Promise<void> => {
    const encoder = device.createCommandEncoder();
    record(encoder);
    device.queue.submit([encoder.finish()]);
    await device.queue.onSubmittedWorkDone();
  };
  const timed = async (name: string, work: () => Promise<unknown>, bytes = 0, count = cells) => {
    const times: number[] = [];
    for (let round = -3; round < rounds; round++) {
      const start = performance.now();
      await work();
      if (round >= 0) times.push(performance.now() - start);
    }
    return { name, cells: count, bytes, times };
  };

  const [from, to, small] = [
    bufferOf(resultBytes, STORAGE),
    bufferOf(resultBytes, STORAGE),
    bufferOf(256, STORAGE),
  ];
  const kernel = await kernelOf(gpu, program, job, to, bufferOf);
  const found = [
    await timed("submission", () => submitted((encoder) => encoder.clearBuffer(small)), 0, 0),
    await timed(
      "copy",
      () => submitted((encoder) => encoder.copyBufferToBuffer(from, 0, to, 0, resultBytes)),
      2 * resultBytes,
      0,
    ),
    await timed("fill kernel", () => submitted(kernel), resultBytes),
    await timed("fill, read back", () => gpu.fill(program, job), resultBytes),
    await timed("measure", () => gpu.measure(program, { ...job, sets: [job] })),
  ];
  for (const buffer of made) buffer.destroy();
  return found;
}

/** The engine's own kernel over the whole grid in one dispatch. */
async function kernelOf(
  { device }: Gpu,
  program: Program,
  job: FillJob,
  results: GPUBuffer,
  bufferOf: (size: number, usage: number) => GPUBuffer,
): Promise<(encoder: GPUCommandEncoder) => void> {
  const { axes, columns, rows, channels } = job;
  const shader = cellShader(program, { cell: channels });
  const nodes = gridNodes(axes, columns, rows);
  const packed = packTables(program, shader, [job], nodes);
  const tables = bufferOf(packed.byteLength, STORAGE);
  device.queue.writeBuffer(tables, 0, packed);
  const uniform = bufferOf(64, UNIFORM);
  const numbers = {
    columns,
    rows,
    endRow: rows,
    positiveNodes: nodes.positive.length,
    negativeNodes: nodes.negative.length,
    positiveAt: shader.constants.length,
    negativeAt: shader.constants.length + shader.positive.length * nodes.positive.length,
    setLength: tableLength(shader, nodes),
    horizontalIsPositive: Number(nodes.horizontal === "positive"),
  };
  device.queue.writeBuffer(uniform, 0, jobBytes(numbers));
  const module = device.createShaderModule({ code: fillKernel(shader.code, channels.length) });
  const pipeline = await device.createComputePipelineAsync({ layout: "auto", compute: { module } });
  const bindings = [uniform, tables, results].map((buffer, binding) => ({ binding, resource: { buffer } }));
  const group = device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries: bindings });
  return (encoder) => {
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, group);
    pass.dispatchWorkgroups(Math.ceil(columns / 64), rows);
    pass.end();
  };
}
