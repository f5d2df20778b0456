import { ANCHORS } from "../batch/anchors.ts";
import { NORMS } from "../batch/norms.ts";
import { REDUCTIONS } from "../batch/reductions.ts";

const choices = (table: Readonly<Record<string, { readonly meaning: string }>>): string =>
  Object.entries(table)
    .map(([name, { meaning }]) => `    ${name.padEnd(16)} ${meaning}`)
    .join("\n");

export const GENERAL_HELP = `marginscape – exact loss landscapes of deep metric learning

usage: marginscape COMMAND [OPTIONS]

  list     every loss with its parameters and variants
  eval     values and gradients of many cases, as JSON
  region   decision boundary, target region, gradients and resting places of a loss
  choose   margin, scale and temperature: what people ask, answered; what a change of one of them does
  diff     where and how much two variants, or two losses, differ on the plane
  code     a loss as PyTorch, NumPy, TeX, or a formula to change
  export   figures as SVG, PDF, PNG, TikZ, HTML, GIF … for posts and papers
  open     the figure in a file that was exported, to be changed
  facts    the numbers that a figure draws, as tables or JSON
  grid     the numbers of a figure or loss on a grid, as NPY, NPZ or CSV
  sweep    areas and gradients while parameters run through a range

  marginscape COMMAND --help says more; help formula is about losses that you type; --version prints the version.
  Exit codes: 0 good, 1 failed, 2 not understood.
`;

export const LIST_HELP = `usage: marginscape list [--loss ID | --formula TEXT [--set name=value]…] [--json]

Every loss, or one: id, name, family, scope, parameters with default and legal range, variants.

  --loss ID        this one only
  --formula TEXT   a loss that you type (marginscape help formula)
  --json           as a JSON array, with formulas, pitfalls and citations
`;

export const EVAL_HELP = `usage: marginscape eval [FILE|-]

Reads a JSON array of cases, or one case a line, from FILE or standard input; prints a JSON array of results in
the same order. A case that cannot be answered gives {"error": …} in its place and exit code 1.

  a point:  {"id": "circle:attached", "params": {"gamma": 256, "margin": 0.25}, "K": 1, "L": 1, "sp": 0.6, "sn": 0.4}
            gives {"value", "dSp", "dSn"}; K and L default to 1, parameters to the loss's own
  a set:    {"loss": "circle", "params": {…}, "positives": [0.8, 0.7], "negatives": [0.1], "gradient": "attached"}
            gives {"value", "dSp": […], "dSn": […]}
  a batch:  {"loss": "proxy-anchor", "embeddings": [[…], …], "labels": [0, 1, …], "proxies": [[…], …]}
            gives {"value", "dEmbeddings": [[…], …], "dProxies": [[…], …]}, with respect to the rows as given; one
            proxy a class, class after class ("centres" for more), where the loss has them

  a typed loss has "formula" in place of an id: {"formula": "softplus(gamma * (s_n - s_p + m))",
            "params": {"gamma": 32, "m": 0.25}, "sp": 0.6, "sn": 0.4}; marginscape help formula says more

  "variant" names a variant: {"loss": "circle", "variant": "attached"} is {"loss": "circle:attached"}. How a batch is
  cut into sets, how those are averaged and which norms multiply the logits is the loss's own choice unless given:

  "anchors"
${choices(ANCHORS)}
  "reduction"
${choices(REDUCTIONS)}
  "norms"
${choices(NORMS)}
`;

export const DIFF_HELP = `usage: marginscape diff [--loss ID] --a NAME --b NAME [--set name=value]… [--json]

Where and how much two variants of a loss differ over a frame of the plane: value, both partials, direction.
Without --loss the two names are losses, with or without a variant.

  --loss ID          the loss whose variants are compared; "default" names its plain form
  --a NAME, --b NAME two of its variants: detached, attached
  --set name=value   a parameter of both; repeat for more
  --K n, --L n       numbers of positives and negatives; 1 unless given
  --sn=low:high      the frame; 0:1 unless given
  --sp=low:high
  --json             numbers instead of words
`;
