/** A number with four significant digits, and a real minus. */
export const inWords = (x: number): string => String(Number(x.toPrecision(4))).replace("-", "−");
