import { describe, expect, it } from "vitest";
import { BufferPool } from "../../../src/plane/webgpu/buffers.ts";

/** A device that makes buffers which only know their size and whether they live. */
function device() {
  const living = new Set<number>();
  let made = 0;
  const createBuffer = ({ size }: { size: number }) => {
    const id = made++;
    living.add(id);
    return { size, destroy: () => living.delete(id) } as unknown as GPUBuffer;
  };
  return { device: { createBuffer }, living, made: () => made };
}

describe("the pool of buffers", () => {
  it("gives the same buffer again for the same use and size", () => {
    const { device: fake, made } = device();
    const pool = new BufferPool(fake);
    for (let time = 0; time < 1000; time++) {
      const lease = pool.lease();
      lease.take("tables", 1000 + (time % 24));
      lease.take("staging", 5000);
      lease.release();
    }
    expect(made()).toBe(2);
    expect(pool.live).toEqual({ buffers: 2, bytes: 1024 + 8192 });
  });

  it("never lends one buffer twice, nor for another use", () => {
    const pool = new BufferPool(device().device);
    const [one, other] = [pool.lease(), pool.lease()];
    const buffers = [
      one.take("results", 256),
      other.take("results", 256),
      one.take("tables", 256),
      one.take("results", 256),
    ];
    expect(new Set(buffers).size).toBe(4);
    one.release();
    one.release();
    expect(pool.live.buffers).toBe(4);
  });

  it("destroys what may be broken", () => {
    const { device: fake, living } = device();
    const pool = new BufferPool(fake);
    const lease = pool.lease();
    lease.take("staging", 300);
    lease.take("uniform", 64);
    lease.destroy();
    expect(living.size).toBe(0);
    expect(pool.live).toEqual({ buffers: 0, bytes: 0 });
  });

  it("keeps no more than 48 MiB that nobody uses, and nothing once destroyed", () => {
    const { device: fake, living } = device();
    const pool = new BufferPool(fake);
    const lease = pool.lease();
    for (let i = 0; i < 10; i++) lease.take("results", 2 ** 23);
    expect(pool.live.bytes).toBe(10 * 2 ** 23);
    lease.release();
    expect(pool.live.bytes).toBeLessThanOrEqual(48 * 2 ** 20);
    expect(living.size).toBe(pool.live.buffers);
    pool.lease().take("tables", 64);
    pool.destroy();
    expect(living.size).toBe(0);
  });
});
