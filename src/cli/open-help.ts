export const OPEN_HELP = `usage: marginscape open FILE|- [-o SPEC] [--link | --json] [--base URL]

Gets a figure back out of a file that Marginscape saved: SVG, PNG, PDF, HTML, TeX, GIF, or a spec. Prints its recipe as
JSON: the shortest spec of the figure, for export, facts and the others, or for an editor.

  -o, --output FILE  writes the spec there; - for standard output
  --link             prints the link that opens the figure in the explorer; without --base only from its # on, to be put
                     behind any explorer's address: the one that npm start prints, or your own site's
  --base URL         the explorer's address, for a whole link
  --json             on one line: file, format, the version of Marginscape that saved it, link and figure

Examples:
  marginscape open figure.pdf -o figure.json
  marginscape open figure.pdf --link --base http://127.0.0.1:4173/
  marginscape export figure.pdf -o figure.svg --set margin=0.3   (every command takes such a file for a figure)
`;
