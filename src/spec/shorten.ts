type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A tree without the branches that `isSame` does not miss, tried one by one from the outside in. */
export function withoutDefaults<T extends object>(whole: T, isSame: (shorter: object) => boolean): T {
  const shorten = (tree: Tree, rebuilt: (tree: Tree) => object): Tree => {
    let kept = tree;
    for (const key of Object.keys(tree)) {
      const { [key]: branch, ...without } = kept;
      if (isSame(rebuilt(without))) kept = without;
      else if (isTree(branch)) {
        const inner = shorten(branch, (shorter) => rebuilt({ ...kept, [key]: shorter }));
        kept = { ...kept, [key]: inner };
      } else if (Array.isArray(branch)) {
        const items: unknown[] = [...branch];
        branch.forEach((item: unknown, i) => {
          if (!isTree(item)) return;
          items[i] = shorten(item, (shorter) =>
            rebuilt({ ...kept, [key]: items.map((each, k) => (k === i ? shorter : each)) }),
          );
        });
        kept = { ...kept, [key]: items };
      }
    }
    return kept;
  };
  return shorten(whole as Tree, (tree) => tree) as T;
}
