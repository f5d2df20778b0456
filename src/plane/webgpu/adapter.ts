import { GpuUnavailable } from "./unavailable.ts";

export interface GpuRequest {
  /** Takes a software adapter too. It is slower than the CPU's own kernels, so only for who asks for it. */
  readonly software?: boolean | undefined;
  /** Where adapters come from; the browser's own unless given. */
  readonly gpu?: GPU | undefined;
}

export interface OpenDevice {
  readonly device: GPUDevice;
  /** The GPU, as it names itself. */
  readonly name: string;
  readonly software: boolean;
}

/** A device of the fastest adapter. Throws `GpuUnavailable` where there is none, or only software unasked for. */
export async function openDevice({ software = false, gpu = browserGpu() }: GpuRequest): Promise<OpenDevice> {
  if (gpu === undefined) throw new GpuUnavailable("adapter", "no WebGPU here");
  const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" }).catch(() => null);
  if (adapter === null) throw new GpuUnavailable("adapter", "no GPU adapter");
  const name = nameOf(adapter.info);
  const isSoftware = isSoftwareAdapter(adapter.info);
  if (isSoftware && !software) {
    throw new GpuUnavailable("software", `only a software adapter (${name}), slower than the CPU itself`);
  }
  const device = await adapter.requestDevice().catch((error: unknown) => {
    throw new GpuUnavailable("adapter", `no device of ${name}: ${String(error)}`);
  });
  return { device, name, software: isSoftware };
}

type AdapterInfo = Pick<
  GPUAdapterInfo,
  "vendor" | "architecture" | "device" | "description" | "isFallbackAdapter"
>;

/** Whether the CPU stands behind an adapter, as it says itself or as its name tells. */
export const isSoftwareAdapter = (info: AdapterInfo): boolean =>
  info.isFallbackAdapter === true ||
  /swiftshader|llvmpipe|lavapipe|basic render/i.test(
    `${info.vendor} ${info.architecture} ${info.device} ${info.description}`,
  );

const nameOf = ({ vendor, architecture, device, description }: AdapterInfo): string =>
  description || [vendor, architecture, device].filter((part) => part !== "").join(" ") || "unnamed GPU";

function browserGpu(): GPU | undefined {
  const { navigator }: { readonly navigator?: { readonly gpu?: GPU } } = globalThis;
  return navigator?.gpu;
}
