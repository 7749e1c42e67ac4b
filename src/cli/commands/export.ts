import { basename, dirname } from 'node:path';
import { exportRefusal } from '../../services/export-refusal.ts';
import { type ExportedModel, exportScenario } from '../../services/export-scenario.ts';
import { solveRefusal } from '../../services/plan-scenario.ts';
import { count, prose } from '../format/number.ts';
import { EXIT, printLines, refuse, warn } from '../terminal/exit.ts';
import { interruptible } from '../terminal/interrupt.ts';
import type { Io } from '../terminal/io.ts';
import { paintOf } from '../terminal/paint.ts';
import { finishing, startProgress } from '../terminal/progress.ts';
import { type FoundScenario, readScenarioArgument } from '../terminal/read-scenario.ts';
import { checkFileWritable, writeFolder } from '../terminal/write-folder.ts';
import { engineAsked } from './solve-options.ts';

export interface ExportOptions {
  readonly mps: string;
}

/** What a stop leaves: the search of the earlier aims ends early, and the last one is written all the same. */
const LEFT = () => 'the caps are taken from the best plan so far, if there is one';

/** Solves the earlier aims with a moving line on a terminal; undefined when a second Ctrl-C gave up. */
async function solve(io: Io, found: FoundScenario, engine: Awaited<ReturnType<Io['engine']>>) {
  const { scenario, sha256 } = found.stated;
  const line = startProgress(io, scenario.solve.timeLimit);
  try {
    return await interruptible(io, finishing(line), LEFT, (stop) =>
      exportScenario({
        ctx: { engine, now: io.now },
        input: { scenario, sha256, stop, progress: line.update },
      }),
    );
  } finally {
    line.end();
  }
}

/** What was written, and under which caps. */
function told({ size, aim, earlier, hit }: ExportedModel, file: string): string[] {
  const parts = [
    `${count(size.columns, 'column')} (${size.whole} whole)`,
    count(size.rows, 'row'),
    count(size.entries, 'entry', 'entries'),
  ];
  return [
    `Wrote ${file}: least ${aim}, ${parts.join(', ')}.`,
    ...earlier.map((row) => `The ${row.aim} is capped at ${prose(row.most)}.`),
    ...(hit === null
      ? []
      : ['A limit ended the solve of an earlier aim: its cap is what was achieved, perhaps not the least.']),
  ];
}

/** `gilde export`: reads, solves the earlier aims, writes the model of the last one. Answers with the exit code. */
export async function exportModel(io: Io, argument: string, { mps }: ExportOptions): Promise<number> {
  if (mps === '') return refuse(io, { ok: false, message: '--mps must name a file, got nothing' });
  const writable = await checkFileWritable(io, mps);
  if (!writable.ok) return refuse(io, writable);
  const found = await readScenarioArgument(io, argument);
  if (!found.ok) return refuse(io, found);
  const refusal = exportRefusal(found.stated.scenario);
  if (refusal !== undefined) return refuse(io, { ok: false, message: refusal });
  const asked = engineAsked(found.stated.scenario, {});
  if (!asked.ok) return refuse(io, asked);
  warn(io, found.warnings);
  const engine = await io.engine(asked.engine);
  const input = { scenario: found.stated.scenario, settings: { strategy: 'monolithic' } } as const;
  const tooLarge = solveRefusal({ ctx: { engine, now: io.now }, input });
  if (tooLarge !== undefined)
    return refuse(io, { ok: false, message: tooLarge, hint: 'name the engine highs in scenario.yaml' });
  const exported = await solve(io, found, engine);
  if (exported === undefined) return EXIT.interrupted;
  if (exported.status === 'infeasible') {
    const rules = exported.conflict.length === 0 ? '.' : `: ${exported.conflict.join(', ')}.`;
    const paint = paintOf(io, io.stderr);
    printLines(io.stderr, [`${paint.red('error:')} no plan can hold all rules${rules} Nothing was written.`]);
    return EXIT.infeasible;
  }
  if (exported.status === 'unknown') {
    printLines(io.stderr, ['A limit was reached before the earlier aims had a plan. Nothing was written.']);
    return EXIT.undecided;
  }
  const written = await writeFolder(io, dirname(mps), new Map([[basename(mps), exported.text]]));
  if (!written.ok) return refuse(io, written);
  printLines(io.stdout, told(exported, mps));
  return EXIT.done;
}
