import { logSoftplus, relu, sigmoid, softplus } from "../../../numerics/scalar.ts";
import { angleOf, chordOf, inverseChordOf, inverseSineOf } from "../../../numerics/sphere.ts";
import type { Loop } from "./loop.ts";

export const UNARY = {
  negate: (count, out, o, a, p) => {
    for (let i = 0; i < count; i++) out[o + i] = -a[p + i];
  },
  abs: (count, out, o, a, p) => {
    for (let i = 0; i < count; i++) out[o + i] = Math.abs(a[p + i]);
  },
  sqrt: (count, out, o, a, p) => {
    for (let i = 0; i < count; i++) out[o + i] = Math.sqrt(a[p + i]);
  },
  step: (count, out, o, a, p) => {
    for (let i = 0; i < count; i++) out[o + i] = a[p + i] > 0 ? 1 : 0;
  },
  floor: (count, out, o, a, p) => {
    for (let i = 0; i < count; i++) out[o + i] = Math.floor(a[p + i]);
  },
  relu: (count, out, o, a, p) => {
    for (let i = 0; i < count; i++) out[o + i] = relu(a[p + i]);
  },
  exp: (count, out, o, a, p) => {
    for (let i = 0; i < count; i++) out[o + i] = Math.exp(a[p + i]);
  },
  expm1: (count, out, o, a, p) => {
    for (let i = 0; i < count; i++) out[o + i] = Math.expm1(a[p + i]);
  },
  log: (count, out, o, a, p) => {
    for (let i = 0; i < count; i++) out[o + i] = Math.log(a[p + i]);
  },
  log1p: (count, out, o, a, p) => {
    for (let i = 0; i < count; i++) out[o + i] = Math.log1p(a[p + i]);
  },
  softplus: (count, out, o, a, p) => {
    for (let i = 0; i < count; i++) out[o + i] = softplus(a[p + i]);
  },
  sigmoid: (count, out, o, a, p) => {
    for (let i = 0; i < count; i++) out[o + i] = sigmoid(a[p + i]);
  },
  logSoftplus: (count, out, o, a, p) => {
    for (let i = 0; i < count; i++) out[o + i] = logSoftplus(a[p + i]);
  },
  sin: (count, out, o, a, p) => {
    for (let i = 0; i < count; i++) out[o + i] = Math.sin(a[p + i]);
  },
  cos: (count, out, o, a, p) => {
    for (let i = 0; i < count; i++) out[o + i] = Math.cos(a[p + i]);
  },
  angle: (count, out, o, a, p) => {
    for (let i = 0; i < count; i++) out[o + i] = angleOf(a[p + i]);
  },
  chord: (count, out, o, a, p) => {
    for (let i = 0; i < count; i++) out[o + i] = chordOf(a[p + i]);
  },
  inverseSine: (count, out, o, a, p) => {
    for (let i = 0; i < count; i++) out[o + i] = inverseSineOf(a[p + i]);
  },
  inverseChord: (count, out, o, a, p) => {
    for (let i = 0; i < count; i++) out[o + i] = inverseChordOf(a[p + i]);
  },
} as const satisfies Record<string, Loop>;
