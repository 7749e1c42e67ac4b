import type { Engine, EngineHooks, EngineLimits } from '../engines/engine.ts';
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
 * Solves programs that have nothing to do with each other, several in one model; answers in their order. A program that cannot hold makes
 * undefined of all: it must not be among these. Undefined as well where a limit, a stop or the engine ended it.
 */
export async function solveApart<Answer>(
  programs: Iterable<Program<Answer>>,
  solving: Solving,
): Promise<readonly Answer[] | undefined> {
  const answers: Answer[] = [];
  let batch: Program<Answer>['read'][] = [];
  let objective: Term[] = [];
  let columns = 0;
  let builder = counted(() => {
    columns += 1;
  });
  const flush = async (): Promise<boolean> => {
    const values = await solved(builder, objective, solving);
    if (!values) return false;
    for (const read of batch) answers.push(read(values));
    [batch, objective, columns] = [[], [], 0];
    builder = counted(() => {
      columns += 1;
    });
    return true;
  };
  for (const { add, read } of programs) {
    objective.push(...add(builder, String(batch.length)));
    batch.push(read);
    if (columns >= TOGETHER && !(await flush())) return undefined;
  }
  return batch.length === 0 || (await flush()) ? answers : undefined;
}

const ask = (builder: ModelBuilder, objective: readonly Term[], { engine, hooks, seconds }: Solving) =>
  engine.solve(builder.build(objective), { ...LIMITS, seconds: seconds?.() ?? 1e6 }, hooks);

async function solved(builder: ModelBuilder, objective: readonly Term[], solving: Solving) {
  const outcome = await ask(builder, objective, solving);
  return outcome.status === 'optimal' ? outcome.values : undefined;
}

function counted(count: () => void): ModelBuilder {
  const builder = createModelBuilder();
  return {
    ...builder,
    column(name, bounds) {
      count();
      return builder.column(name, bounds);
    },
  };
}
