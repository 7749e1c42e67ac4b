import { type Engine, type EngineHooks, type EngineLimits, onThreads } from '../engines/engine.ts';
import type { LinearModel } from '../model/linear-model.ts';
import type { Term } from '../model/model-builder.ts';
import { createModelBuilder, type ModelBuilder } from '../model/model-builder.ts';

/** What outages are solved with. */
export interface Solving {
  readonly engine: Engine;
  readonly hooks?: Pick<EngineHooks, 'stop'>;
  /** Seconds that are left, asked before each solve; absent: as long as it takes. */
  readonly seconds?: () => number;
}

/** A linear program beside others: what it adds to the model, and how its answer is read. */
export interface Program<Answer> {
  /** Adds columns and rows, answers with the terms to be minimised. */
  readonly add: (builder: ModelBuilder, name: string) => readonly Term[];
  /** Reads the answer, once, from the values of the model's columns. */
  readonly read: (values: Float64Array) => Answer;
}

/** Columns of one model: each call of an engine costs something, and a stop is only heard between some of them. */
const TOGETHER = 2500;

const LIMITS: Omit<EngineLimits, 'seconds'> = { gap: 0, absoluteGap: 0, seed: 1, presolve: false, simplex: true };

/**
 * Solves programs that have nothing to do with each other, several in one model and as many models at once as the engine takes; answers in their
 * order. A program that cannot hold makes undefined of all: it must not be among these. Undefined as well where a limit, a stop or the engine
 * ended it.
 */
export async function solveApart<Answer>(
  programs: Iterable<Program<Answer>>,
  { engine, hooks, seconds }: Solving,
): Promise<readonly Answer[] | undefined> {
  const answers: (readonly Answer[])[] = [];
  const batches = batchesOf(programs);
  let isLost = false;
  await onThreads(engine, async () => {
    const next = isLost ? undefined : batches.next();
    if (!next || next.done) return 'done';
    const { model, at, reads } = next.value;
    const outcome = await engine.solve(model, { ...LIMITS, seconds: seconds?.() ?? 1e6 }, hooks);
    if (outcome.status === 'optimal') answers[at] = reads.map((read) => read(outcome.values));
    else isLost = true;
    return 'again';
  });
  return isLost ? undefined : answers.flat();
}

interface Batch<Answer> {
  readonly at: number;
  readonly model: LinearModel;
  readonly reads: readonly Program<Answer>['read'][];
}

/** One model after the other, each written when it is asked for. */
function* batchesOf<Answer>(programs: Iterable<Program<Answer>>): Generator<Batch<Answer>, void> {
  let at = 0;
  let reads: Program<Answer>['read'][] = [];
  let objective: Term[] = [];
  let { builder, columns } = countedBuilder();
  for (const { add, read } of programs) {
    objective.push(...add(builder, String(reads.length)));
    reads.push(read);
    if (columns() < TOGETHER) continue;
    yield { at: at++, model: builder.build(objective), reads };
    [reads, objective] = [[], []];
    ({ builder, columns } = countedBuilder());
  }
  if (reads.length > 0) yield { at, model: builder.build(objective), reads };
}

function countedBuilder(): { readonly builder: ModelBuilder; readonly columns: () => number } {
  let count = 0;
  const builder = createModelBuilder();
  const column: ModelBuilder['column'] = (name, bounds) => {
    count += 1;
    return builder.column(name, bounds);
  };
  return { builder: { ...builder, column }, columns: () => count };
}
