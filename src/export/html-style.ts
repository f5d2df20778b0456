/** The look of an exported page; its colours are the figure's theme, so that the page's ground is the figure's. */
export const PAGE_STYLE = `
:root {
  --ground: #ffffff; --ink: #1b1e23; --soft: #535a63; --rule: #d5d9de; --accent: #3a4fd0; --alarm: #b3261e;
  color-scheme: light; font: 400 15px/1.45 Inter, system-ui, sans-serif;
}
:root[data-theme="dark"] {
  --ground: #14171c; --ink: #e9ecf1; --soft: #a3abb6; --rule: #2b3038; --accent: #93a4ff; --alarm: #ff8f87;
  color-scheme: dark;
}
:root[data-theme="print"] { --ink: #000000; --soft: #333333; }
* { box-sizing: border-box; }
body { margin: 0; padding: 16px; background: var(--ground); color: var(--ink); }
main, footer { max-width: var(--width); margin: 0 auto; }
h1, .unseen { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); }
figure { margin: 0; }
figcaption { margin: 8px 0; color: var(--soft); }
#stage { position: relative; }
#stage svg { display: block; max-width: 100%; height: auto; }
footer { margin-top: 18px; color: var(--soft); font-size: 13px; }
summary { cursor: pointer; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 8px 0; padding: 10px; border: 1px solid var(--rule); border-radius: 6px; color: var(--ink); }
@media print { body { padding: 0; } figcaption, footer { display: none; } }
`;
