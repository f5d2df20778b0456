declare module "plotly.js-dist-min" {
  const Plotly: {
    readonly react: (
      room: HTMLElement,
      traces: readonly object[],
      layout: object,
      config: object,
    ) => Promise<unknown>;
  };
  export default Plotly;
}
