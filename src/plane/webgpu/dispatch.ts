import type { Session } from "./session.ts";

/** One run of a kernel. */
export interface Dispatch {
  readonly pipeline: GPUComputePipeline;
  /** In the order of the kernel's bindings. */
  readonly buffers: readonly GPUBuffer[];
  readonly groups: readonly [number, number];
  /** Buffers to fill with zeros beforehand. */
  readonly clear?: readonly GPUBuffer[];
  /** What to copy into the staging buffer afterwards, one stretch after the other. */
  readonly copy: readonly { readonly from: GPUBuffer; readonly bytes: number }[];
  readonly staging: GPUBuffer;
}

/** Submits a kernel and what to read back of it; the calls are made at once, before anything is awaited. */
export async function dispatched(
  { device }: Session,
  { pipeline, buffers, groups, clear = [], copy, staging }: Dispatch,
  read: (bytes: ArrayBuffer) => void,
): Promise<void> {
  const encoder = device.createCommandEncoder();
  for (const buffer of clear) encoder.clearBuffer(buffer);
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  pass.setBindGroup(
    0,
    device.createBindGroup({
      layout: pipeline.getBindGroupLayout(0),
      entries: buffers.map((buffer, binding) => ({ binding, resource: { buffer } })),
    }),
  );
  pass.dispatchWorkgroups(...groups);
  pass.end();
  let end = 0;
  for (const { from, bytes } of copy) {
    encoder.copyBufferToBuffer(from, 0, staging, end, bytes);
    end += bytes;
  }
  device.queue.submit([encoder.finish()]);
  await staging.mapAsync(MAP_READ, 0, end);
  read(staging.getMappedRange(0, end));
  staging.unmap();
}

/** GPUMapMode.READ, which Node has no global for. */
const MAP_READ = 0x1;
