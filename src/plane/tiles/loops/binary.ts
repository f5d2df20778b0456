import { logAddExp } from "../../../numerics/scalar.ts";
import { ALONG, type Loop } from "./loop.ts";

type Forms = Readonly<Record<number, Loop>>;

/** Two operands that both run along, or one of them. Sums and products come with the number second. */
export const BINARY = {
  add: {
    [ALONG.BOTH]: (count, out, o, a, p, b, q) => {
      for (let i = 0; i < count; i++) out[o + i] = a[p + i] + b[q + i];
    },
    [ALONG.FIRST]: (count, out, o, a, p, b, q) => {
      const y = b[q];
      for (let i = 0; i < count; i++) out[o + i] = a[p + i] + y;
    },
  },
  subtract: {
    [ALONG.BOTH]: (count, out, o, a, p, b, q) => {
      for (let i = 0; i < count; i++) out[o + i] = a[p + i] - b[q + i];
    },
    [ALONG.FIRST]: (count, out, o, a, p, b, q) => {
      const y = b[q];
      for (let i = 0; i < count; i++) out[o + i] = a[p + i] - y;
    },
    [ALONG.SECOND]: (count, out, o, a, p, b, q) => {
      const x = a[p];
      for (let i = 0; i < count; i++) out[o + i] = x - b[q + i];
    },
  },
  multiply: {
    [ALONG.BOTH]: (count, out, o, a, p, b, q) => {
      for (let i = 0; i < count; i++) out[o + i] = a[p + i] * b[q + i];
    },
    [ALONG.FIRST]: (count, out, o, a, p, b, q) => {
      const y = b[q];
      for (let i = 0; i < count; i++) out[o + i] = a[p + i] * y;
    },
  },
  divide: {
    [ALONG.BOTH]: (count, out, o, a, p, b, q) => {
      for (let i = 0; i < count; i++) out[o + i] = a[p + i] / b[q + i];
    },
    [ALONG.FIRST]: (count, out, o, a, p, b, q) => {
      const y = b[q];
      for (let i = 0; i < count; i++) out[o + i] = a[p + i] / y;
    },
    [ALONG.SECOND]: (count, out, o, a, p, b, q) => {
      const x = a[p];
      for (let i = 0; i < count; i++) out[o + i] = x / b[q + i];
    },
  },
  power: {
    [ALONG.FIRST]: (count, out, o, a, p, b, q) => {
      const y = b[q];
      if (y === 2) for (let i = 0; i < count; i++) out[o + i] = a[p + i] * a[p + i];
      else for (let i = 0; i < count; i++) out[o + i] = a[p + i] ** y;
    },
  },
  logAddExp: {
    [ALONG.BOTH]: (count, out, o, a, p, b, q) => {
      for (let i = 0; i < count; i++) out[o + i] = logAddExp(a[p + i], b[q + i]);
    },
  },
} as const satisfies Record<string, Forms>;
