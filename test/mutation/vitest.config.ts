import { defineConfig } from 'vitest/config';

/** The tests that state what each rule's rows and each check's verdicts are: what a mutant of them has to survive. */
export default defineConfig({
  test: {
    include: ['test/solver/{constraints,checks}/**/*.test.ts'],
    isolate: false,
    testTimeout: 60_000,
  },
});
