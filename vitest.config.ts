import { defineConfig } from 'vitest/config';

const common = { testTimeout: 60_000, hookTimeout: 60_000 };
/** Tests that start processes, threads, services or databases, or change what is global to a process. */
const APART = ['test/{db,e2e,bench}/**', 'test/src/{client,jobs}/**', 'test/solver/engines/**', '**/edge.test.ts'];

const testsIn = (pattern: string): string => pattern.replace(/\/\*\*$/, '/**/*.test.ts');

/**
 * Most tests are of functions without a state: their files share a process per core and evaluate each module once. The others have a
 * process per file, and a turn of their own, because a file of another project would end a shared process.
 */
export default defineConfig({
  test: {
    // By itself vitest leaves a core idle, which of two is half.
    maxWorkers: '100%',
    globalSetup: './test/support/build-once.ts',
    reporters: ['default', './test/support/count-reporter.ts'],
    projects: [
      { test: { ...common, name: 'shared', include: ['test/**/*.test.ts'], exclude: APART, isolate: false } },
      { test: { ...common, name: 'apart', include: APART.map(testsIn), sequence: { groupOrder: 1 } } },
    ],
  },
});
