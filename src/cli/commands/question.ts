import { engineRefusal } from '../../services/plan-scenario.ts';
import type { Engine, EngineName } from '../../services/ports.ts';
import type { Refusal } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';
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
  const writable = options.out === undefined ? undefined : await checkWritable(io, options.out);
  if (writable?.ok === false) return writable;
  const found = await readScenarioArgument(io, scenario);
  if (!found.ok) return found;
  const asked = engineAsked(found.stated.scenario, solve.settings);
  if (!asked.ok) return asked;
  return { ok: true, found, settings: solve.settings, engine: asked.engine, read: (io.now() - began) / 1000 };
}

/** The question with the engine of this machine, where that takes the scenario. */
export async function withEngine(io: Io, question: Question): Promise<Asked | Refusal> {
  const engine = await io.engine(question.engine);
  const { scenario } = question.found.stated;
  const tooLarge = engineRefusal({ ctx: { engine, now: io.now }, input: { scenario } });
  if (tooLarge !== undefined) return { ok: false, message: tooLarge, hint: 'use --engine highs' };
  return { ...question, engine };
}

/** Everything that can be refused before a solve on this machine. */
export async function understand(io: Io, scenario: string, options: PlanOptions): Promise<Asked | Refusal> {
  const question = await readQuestion(io, scenario, options);
  return question.ok ? withEngine(io, question) : question;
}
