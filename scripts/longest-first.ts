import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes longest, in falling order. */
const LONGEST = [
  "figures/venues",
  "export/tikz-compile",
  "gallery/snapshots",
  "export/tikz",
  "notebooks/types",
  "region/closed-form",
  "browser/notebooks",
  "browser/hostile-links",
  "browser/catalogue",
  "browser/preset-files",
];

const rank = ({ moduleId }: TestSpecification): number => {
  const at = LONGEST.findIndex((name) => moduleId.endsWith(`test/${name}.test.ts`));
  return at < 0 ? LONGEST.length : at;
};

/** No worker shall be left alone with a long file at the end; vitest itself goes by their size in bytes. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const inUsualOrder = super.sort.bind(this);
    return (await inUsualOrder(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
