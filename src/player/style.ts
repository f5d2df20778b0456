/** What stands round a living figure. Colours are the host's `--ink`, `--soft`, `--rule`, `--ground`, `--accent`. */
const STYLE = `
.picture { display: contents; }
.crosshair { position: absolute; cursor: crosshair; touch-action: pan-y; }
.crosshair .line {
  position: absolute; background: var(--ink); box-shadow: 0 0 0 1px var(--ground); opacity: 0; pointer-events: none;
}
.crosshair:is(:hover, :focus-visible) .line { opacity: 0.7; }
.crosshair .across { height: 1px; }
.crosshair .up { width: 1px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.readout { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 10px 0; }
.readout div { display: flex; gap: 7px; }
.readout dt { color: var(--soft); }
.readout dd { margin: 0; min-width: 4.6em; font-variant-numeric: tabular-nums; }
.readout dd span { margin-left: 10px; white-space: nowrap; }
.controls { display: grid; gap: 10px; justify-items: start; }
.controls fieldset {
  display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 250px), 1fr)); gap: 8px 24px;
  width: 100%; min-width: 0; margin: 0; padding: 8px 0 0; border: 0; border-top: 1px solid var(--rule);
}
.controls legend { padding: 0 8px 0 0; font-weight: 600; }
.control { display: grid; grid-template-columns: 1fr auto; gap: 2px 8px; align-items: center; }
.control .name { color: var(--soft); }
.control output { font-variant-numeric: tabular-nums; }
.control input { grid-column: 1 / -1; width: 100%; min-height: 24px; margin: 0; accent-color: var(--accent); }
.controls :is(button, select) {
  min-height: 30px; padding: 3px 10px; border: 1px solid var(--soft); border-radius: 6px;
  background: var(--ground); color: inherit; font: inherit;
}
.controls button { cursor: pointer; }
i.math, i.script { font-family: KaTeX_Math, "STIX Two Math", "Cambria Math", "Times New Roman", serif; }
i.script { font-family: KaTeX_Script, "STIX Two Math", "Times New Roman", serif; }
sub, sup { font-size: 0.74em; line-height: 0; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.problem { margin: 0; color: var(--alarm); }
.problem:empty { display: none; }
@media print { .crosshair, .readings, .controls, .problem { display: none; } }
`;

/** Adds the style to a page or a shadow tree. A style made by a script needs no exception in a page's policy. */
export function addStyle(root: Document | ShadowRoot, text = STYLE): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  root.adoptedStyleSheets.push(sheet);
}
