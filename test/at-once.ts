import { provideAll } from "../src/figures/at-once.ts";

provideAll();
