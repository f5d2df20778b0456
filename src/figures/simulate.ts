/** How a picture is seen by others, or by a printer without colours. */
export type Simulation = "deuteranopia" | "protanopia" | "tritanopia" | "greyscale";

type Row = readonly [number, number, number];

/**
 * Red, green and blue of linear light, as seen: Machado, Oliveira and Fernandes, "A physiologically-based model for
 * simulation of color vision deficiency", IEEE TVCG 15 (2009), severity 1.0; grey by luminance (IEC 61966-2-1).
 */
export const SIMULATIONS: Readonly<Record<Simulation, readonly [Row, Row, Row]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  greyscale: [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
};

/** Linear light of a byte of sRGB, from 0 to 1. */
export const toLight = (byte: number): number => {
  const c = byte / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
};

const toByte = (light: number): number => {
  const c = Math.min(1, Math.max(0, light));
  return Math.round(255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055));
};

/** A colour of three bytes as it is seen. */
export function simulated(color: Row, as: Simulation): Row {
  const light = color.map(toLight);
  const [r, g, b] = SIMULATIONS[as].map((row) =>
    toByte(row[0] * light[0] + row[1] * light[1] + row[2] * light[2]),
  );
  return [r, g, b];
}
