/** A number with four significant digits, and a real minus. */
export const inWords = (x: number): string => String(Number(x.toPrecision(4))).replace("-", "−");

/** A similarity, of which no reader wants to know that an angle of 90° has the cosine 6·10⁻¹⁷. */
export const similarityInWords = (s: number): string => inWords(Math.abs(s) < 1e-12 ? 0 : s);
