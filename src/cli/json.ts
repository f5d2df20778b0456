/** Numbers for other programs. Fifteen digits: 0.25 rather than 0.24999999999999994. */
export const jsonText = (content: object): string => `${JSON.stringify(content, tidy, 2)}\n`;

const tidy = (_: string, value: unknown): unknown =>
  typeof value === "number" ? Number(value.toPrecision(15)) + 0 : value;
