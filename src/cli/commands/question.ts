import type { Plan } from '../../../scenarios/domain/plan.ts';
import { type PlannedScenario, solveRefusal } from '../../services/plan-scenario.ts';
import type { Engine, EngineName } from '../../services/ports.ts';
import type { Refusal } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';
import { readParent } from '../terminal/read-plan.ts';
import { type FoundScenario, readScenarioArgument } from '../terminal/read-scenario.ts';
import { checkWritable } from '../terminal/write-folder.ts';
import { engineAsked, type SolveOptions, solveSettings } from './solve-options.ts';

export interface PlanOptions extends SolveOptions {
  readonly out?: string;
  readonly json?: boolean;
  readonly server?: string;
  readonly tokenFile?: string;
}

/** What is to be solved, wherever that is. */
export interface Question {
  readonly ok: true;
  readonly found: FoundScenario;
  readonly settings: Parameters<typeof engineAsked>[1];
  readonly engine: EngineName;
  /** The plan of `--from`. */
  readonly parent?: Plan;
  /** Seconds. */
  readonly read: number;
}

/** What is to be solved here. */
export interface Asked extends Omit<Question, 'engine'> {
  readonly engine: Engine;
}

/** What can be refused before a solve, wherever that is: options, the folder to write, the scenario. */
export async function readQuestion(io: Io, scenario: string, options: PlanOptions): Promise<Question | Refusal> {
  const began = io.now();
  const solve = solveSettings(options);
  if (!solve.ok) return solve;
  if (options.from === '-' && scenario === '-')
    return { ok: false, message: 'the scenario and the plan of --from cannot both come from stdin' };
  const writable = options.out === undefined ? undefined : await checkWritable(io, options.out);
  if (writable?.ok === false) return writable;
  const found = await readScenarioArgument(io, scenario);
  if (!found.ok) return found;
  const asked = engineAsked(found.stated.scenario, solve.settings);
  if (!asked.ok) return asked;
  const from = options.from === undefined ? undefined : await readParent(io, options.from);
  if (from?.ok === false) return from;
  const { settings } = solve;
  const read = (io.now() - began) / 1000;
  return { ok: true, found, settings, engine: asked.engine, ...(from && { parent: from.plan }), read };
}

/** A plan of a question, and the digest of the plan that its solve was given to start from. */
export interface SolvedQuestion extends PlannedScenario {
  readonly startedFrom: string | null;
}

/** The question with the engine of this machine, where that takes the scenario. */
export async function withEngine(io: Io, question: Question): Promise<Asked | Refusal> {
  const engine = await io.engine(question.engine);
  const { scenario } = question.found.stated;
  const { settings } = question;
  const refusal = solveRefusal({ ctx: { engine, now: io.now }, input: { scenario, settings } });
  const inParts = settings.strategy !== undefined && settings.strategy !== 'monolithic';
  const hint = inParts ? 'use --strategy monolithic' : 'use --engine highs';
  if (refusal !== undefined) return { ok: false, message: refusal, hint };
  return { ...question, engine };
}

/** Everything that can be refused before a solve on this machine. */
export async function understand(io: Io, scenario: string, options: PlanOptions): Promise<Asked | Refusal> {
  const question = await readQuestion(io, scenario, options);
  return question.ok ? withEngine(io, question) : question;
}
