/** What another language has where English has these texts. */
export type Text<T> = T extends (...values: infer Values) => string
  ? (...values: Values) => string
  : T extends string
    ? string
    : { readonly [Key in keyof T]: Text<T[Key]> };
