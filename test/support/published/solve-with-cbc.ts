import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instance } from './instance.ts';
import { lpText } from './lp-text.ts';

/** An optimum that CBC proved at gap 0, and the release that did. */
export interface Proven {
  readonly optimum: number;
  readonly provedBy: string;
}

/** Solves a problem with COIN-OR's `cbc`, which must be on the path. Throws where it does not prove an optimum. */
export function solveWithCbc(instance: Instance): Proven {
  const folder = mkdtempSync(join(tmpdir(), 'gilde-cbc-'));
  try {
    const [model, solution] = [join(folder, 'model.lp'), join(folder, 'solution.txt')];
    writeFileSync(model, lpText(instance));
    const told = execFileSync('cbc', [model, 'ratio', '0', 'allow', '0', 'solve', 'solution', solution], {
      encoding: 'utf8',
    });
    const optimum = /^Optimal - objective value (\S+)/.exec(readFileSync(solution, 'utf8'))?.[1];
    if (optimum === undefined)
      throw new Error(`CBC did not prove an optimum of ${instance.name}:\n${told.slice(-800)}`);
    return { optimum: Number(optimum), provedBy: `CBC ${/Version: (\S+)/.exec(told)?.[1] ?? 'of unknown version'}` };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
