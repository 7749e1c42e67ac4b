import type { AskedSettings, Scenario } from '../../../scenarios/domain/scenario.ts';
import { askedSettings } from '../../../scenarios/wire/settings.ts';
import { ENGINE_NAMES, type EngineName } from '../../services/ports.ts';
import type { Refusal } from '../terminal/exit.ts';
import { shellWord } from '../terminal/path.ts';

/** The options of `gilde plan` as they are typed. */
export interface SolveOptions {
  readonly gap?: string;
  readonly time?: string;
  readonly work?: string;
  readonly engine?: string;
  readonly strategy?: string;
  readonly seed?: string;
  readonly from?: string;
  readonly proposals?: string;
  readonly allowance?: string;
}

const OPTION_OF: Readonly<Record<string, string>> = {
  gap: '--gap',
  timeLimit: '--time',
  workLimit: '--work',
  engine: '--engine',
  strategy: '--strategy',
  seed: '--seed',
};
const KEPT = ['gap', 'time', 'work', 'engine', 'strategy', 'seed', 'from', 'proposals', 'allowance'] as const;

/** ` --gap 0.02 --seed 3`: the options as they were given, to run the same again; a value is quoted where a shell asks for it. */
export const sameOptions = (options: SolveOptions): string =>
  KEPT.flatMap((key) => (options[key] === undefined ? [] : [` --${key} ${shellWord(options[key])}`])).join('');

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

const typed = (text: string | undefined): number | string | undefined =>
  text !== undefined && NUMBER.test(text) ? Number(text) : text;

const refused = (message: string, hint?: string): Refusal =>
  hint === undefined ? { ok: false, message } : { ok: false, message, hint };

/** The settings that the options replace; a setting that is wrong or not available yet is refused by its name. */
export function solveSettings(
  options: SolveOptions,
): { readonly ok: true; readonly settings: AskedSettings } | Refusal {
  const stated = {
    gap: typed(options.gap),
    timeLimit: typed(options.time),
    workLimit: typed(options.work),
    engine: options.engine,
    strategy: options.strategy,
    seed: typed(options.seed),
  };
  const given = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined));
  const checked = askedSettings.safeParse(given);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    const key = String(issue?.path[0]);
    return refused(`${OPTION_OF[key] ?? key} must be ${issue?.message}, got ${given[key]}`);
  }
  const settings = Object.fromEntries(Object.entries(checked.data).filter(([key]) => key in given));
  return { ok: true, settings };
}

const MOST_PROPOSALS = 20;
const ALLOWANCE = 0.05;

/** How many proposals are wanted, and how much dearer than the cheapest each may be: as a fraction, 0.05 unless it is given. */
export function proposalSettings(
  options: SolveOptions,
): { readonly ok: true; readonly wanted: number; readonly allowance: number } | Refusal {
  const wanted = typed(options.proposals);
  if (wanted === undefined) return refused('--allowance is for --proposals', 'add --proposals 4');
  if (!Number.isInteger(wanted) || Number(wanted) < 1 || Number(wanted) > MOST_PROPOSALS) {
    return refused(`--proposals must be a whole number from 1 to ${MOST_PROPOSALS}, got ${wanted}`);
  }
  const allowance = typed(options.allowance) ?? ALLOWANCE;
  if (typeof allowance === 'string' || allowance < 0 || allowance > 1) {
    return refused(`--allowance must be a number in [0, 1], got ${allowance}`);
  }
  return { ok: true, wanted: Number(wanted), allowance };
}

/** The engine that is asked for; refuses one that is not available yet, wherever it was named. */
export function engineAsked(
  scenario: Scenario,
  settings: AskedSettings,
): { readonly ok: true; readonly engine: EngineName } | Refusal {
  const asked = settings.engine ?? scenario.solve.engine;
  const engine = ENGINE_NAMES.find((name) => name === asked);
  if (engine !== undefined) return { ok: true, engine };
  const where = settings.engine === undefined ? 'solve.engine of the scenario' : '--engine';
  return refused(`${where}: the engine ${asked} is not available yet`, `use ${ENGINE_NAMES.join(' or ')}`);
}
