export const FACTS_HELP = `usage: marginscape facts SPEC|PRESET | --loss ID | --formula TEXT [--set name=value]… [--json]

The numbers that a figure draws, as tables. SPEC is a JSON file, or - for standard input; PRESET is a name of the list
below.

  --loss ID          the usual figure of a loss
  --formula TEXT     the usual figure of a loss that you type (marginscape help formula)
  --set name=value   a parameter of the loss, or a setting: quantity=z, sn.range=-1:1, K=4 …
  --json             every number with fifteen digits, as one JSON object; "Infinity", "-Infinity" and "NaN" stand for
                     numbers that are not finite, null for what there is none of
`;
