/** Cells along a side of the fields that are timed. */
export const SAMPLES = 1024;

/** The yardstick: Circle loss with both partials over n × n cells of [0, 1]², written down as anybody would. */
export function plainLoop(
  n: number,
  m: number,
  value: Float64Array,
  dSp: Float64Array,
  dSn: Float64Array,
): void {
  const gamma = 256;
  for (let row = 0, cell = 0; row < n; row++) {
    const sp = row / (n - 1);
    for (let column = 0; column < n; column++, cell++) {
      const sn = column / (n - 1);
      const alphaP = Math.max(0, 1 + m - sp);
      const alphaN = Math.max(0, sn + m);
      const z = gamma * (alphaN * (sn - m) - alphaP * (sp - 1 + m));
      const weight = z > 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));
      value[cell] = Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
      dSp[cell] = -gamma * weight * alphaP;
      dSn[cell] = gamma * weight * alphaN;
    }
  }
}

/** Circle loss's decision boundary, s_n and s_p: a quarter of a circle of radius √2 m about (0, 1). */
export const plainBoundary = (m: number): (readonly [number, number])[] =>
  Array.from({ length: 101 }, (_, i) => {
    const angle = (Math.PI / 2) * (i / 100);
    return [Math.SQRT2 * m * Math.cos(angle), 1 - Math.SQRT2 * m * Math.sin(angle)];
  });

/** The same for Proxy-Anchor (α = 32, one proxy of each kind): two softplus a cell. */
export function plainProxyAnchor(
  n: number,
  delta: number,
  value: Float64Array,
  dSp: Float64Array,
  dSn: Float64Array,
): void {
  const alpha = 32;
  for (let row = 0, cell = 0; row < n; row++) {
    const sp = row / (n - 1);
    for (let column = 0; column < n; column++, cell++) {
      const sn = column / (n - 1);
      const zp = -alpha * (sp - delta);
      const zn = alpha * (sn + delta);
      value[cell] =
        Math.max(zp, 0) +
        Math.log1p(Math.exp(-Math.abs(zp))) +
        Math.max(zn, 0) +
        Math.log1p(Math.exp(-Math.abs(zn)));
      dSp[cell] = (-alpha * (zp > 0 ? 1 : Math.exp(zp))) / (1 + Math.exp(-Math.abs(zp)));
      dSn[cell] = (alpha * (zn > 0 ? 1 : Math.exp(zn))) / (1 + Math.exp(-Math.abs(zn)));
    }
  }
}
