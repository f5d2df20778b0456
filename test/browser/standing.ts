import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { Site } from "./support.ts";

/**
 * A page that the tests of a block look at one after the other: most of a test's time is the page's own coming up.
 * Each leaves it so that the next finds what it looks for.
 */
export function standing(open: (site: Site) => Promise<Page>): () => Page {
  let site: Site, page: Page;
  beforeAll(async () => {
    site = await Site.open();
    page = await open(site);
  });
  afterEach(() => expect(site.problems).toEqual([]));
  afterAll(async () => expect(await site.end()).toEqual([]));
  return () => page;
}
