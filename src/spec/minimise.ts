import { type ResolvedLandscape, resolveLandscape } from "./landscape.ts";
import type { LandscapeSpec } from "./landscape-schema.ts";

/** The shortest spec that resolves to the same figure: only what differs from the defaults of its loss. */
export function minimiseLandscape(spec: LandscapeSpec): LandscapeSpec {
  const figure = resolveLandscape(spec);
  const usual = resolveLandscape({
    version: 1,
    venue: figure.venue,
    loss: keyOf(figure.loss),
    axes: {
      negative: { unit: figure.axes.negative.unit },
      positive: { unit: figure.axes.positive.unit },
    },
  });
  const { loss, axes, ...rest } = figure;
  const { loss: usualLoss, axes: usualAxes, ...usualRest } = usual;
  const shortLoss = { ...keyOf(loss), ...difference(loss, usualLoss) };
  const shortAxes = {
    ...difference(axes, usualAxes),
    ...axisDifference(figure, usual, "negative"),
    ...axisDifference(figure, usual, "positive"),
  };
  return {
    version: 1,
    ...(figure.venue !== "none" && { venue: figure.venue }),
    loss: shortLoss,
    ...(Object.keys(shortAxes).length > 0 && { axes: shortAxes }),
    ...difference(rest, usualRest),
  } as LandscapeSpec;
}

/** What says which loss it is. */
const keyOf = ({ id, formula }: ResolvedLandscape["loss"]) => ({
  id,
  ...(formula !== undefined && { formula }),
});

function axisDifference(figure: ResolvedLandscape, usual: ResolvedLandscape, side: "negative" | "positive") {
  const { unit } = figure.axes[side];
  const short = { ...(unit !== "cosine" && { unit }), ...difference(figure.axes[side], usual.axes[side]) };
  return Object.keys(short).length > 0 ? { [side]: short } : {};
}

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What of `tree` is not the same in `usual`, without empty branches. */
function difference(tree: object, usual: object): Tree {
  const short: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(tree)) {
    const other = (usual as Tree)[key];
    if (isTree(value) && isTree(other)) {
      const inner = difference(value, other);
      if (Object.keys(inner).length > 0) short[key] = inner;
    } else if (JSON.stringify(value) !== JSON.stringify(other)) {
      short[key] = value;
    }
  }
  return short;
}
