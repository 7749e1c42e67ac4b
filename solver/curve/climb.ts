import type { Standing } from '../../scenarios/domain/curve.ts';
import type { Plan } from '../../scenarios/domain/plan.ts';
import type { SolveSettings, StrategyName } from '../../scenarios/domain/scenario.ts';
import { scenarioSha256 } from '../../scenarios/wire/hash.ts';
import { quantitiesOf } from '../answer/quantities.ts';
import { checkedEngine } from '../engines/checked.ts';
import { type Engine, isStopped } from '../engines/engine.ts';
import type { OutageTerms } from '../outages/terms.ts';
import { decideScenario } from '../plan.ts';
import type { PlanHooks, Strategy } from '../strategies/strategy.ts';
import { bestOf, type Carrier, type Chosen } from './carried.ts';
import type { Rung } from './rungs.ts';
import { standingOf } from './standing.ts';

/** Which rung is worked on. */
export interface CurveTurn {
  readonly name: string;
  readonly number: number;
  readonly of: number;
}

export interface ClimbInput {
  /** From the strictest to the loosest. */
  readonly rungs: readonly Rung[];
  /** Instead of the scenarios' own; the time is for all rungs together. */
  readonly solve: SolveSettings;
  /** What every plan is measured by. */
  readonly yardstick: OutageTerms;
  readonly engine: Engine;
  readonly strategy?: StrategyName | Strategy;
  readonly hooks: Pick<PlanHooks, 'now' | 'stop' | 'progress'> & { readonly turn?: (turn: CurveTurn) => void };
}

/** A rung with its plan. */
export interface Step extends Pick<Chosen, 'plan' | 'from'> {
  readonly rung: Rung;
  readonly standing: Standing | null;
  /** Digest of the plan that its search was given to start from. */
  readonly startedFrom: string | null;
  readonly seconds: number;
}

/**
 * Plans each rung, the strictest first: its plan starts the search of the next one, and is the plan of that one where the search finds none that
 * is lexicographically better. So no looser rung is worse than the stricter one before it, measured as the looser one asks. Where a limit ended the
 * search of a stricter rung, the plan of the looser one may be the better one there, too, and is then the plan of both. Each takes an equal
 * part of the seconds that are left. A stop ends with the rungs that have been begun.
 */
export async function climb({
  rungs,
  solve,
  yardstick,
  engine: given,
  strategy,
  hooks,
}: ClimbInput): Promise<readonly Step[]> {
  const engine = checkedEngine(given);
  const begun = hooks.now();
  const spent = () => (hooks.now() - begun) / 1000;
  const steps: Step[] = [];
  const carriers: Carrier[] = [];
  const stepOf = async (chosen: Chosen, rung: Rung): Promise<Pick<Step, 'plan' | 'from' | 'standing'>> => ({
    ...{ plan: chosen.plan, from: chosen.from },
    standing: await measured(chosen, rung, yardstick, { engine, hooks }),
  });
  let parent: Plan | undefined;
  for (const [at, rung] of rungs.entries()) {
    if (isStopped(hooks)) break;
    const from = spent();
    hooks.turn?.({ name: rung.name, number: at + 1, of: rungs.length });
    const share = Math.max(1, (solve.timeLimit - from) / (rungs.length - at));
    const scenario = { ...rung.scenario, solve: { ...solve, timeLimit: share } };
    const decided = await decideScenario({
      ...{ scenario, sha256: await scenarioSha256(rung.scenario), engine: given, hooks },
      ...(strategy && { strategy }),
      ...(parent && { parent }),
    });
    // What is told of the limits is what was asked for all rungs, not what was left for this one.
    const made = { ...decided, problem: { ...decided.problem, scenario: { ...decided.problem.scenario, solve } } };
    const chosen = await bestOf(made, stricterThan(rung, carriers), engine);
    const startedFrom = parent?.digest ?? null;
    steps.push({ ...{ rung, startedFrom }, ...(await stepOf(chosen, rung)), seconds: spent() - from });
    carriers.push({ name: rung.name, made: chosen.made });
    if ('solution' in chosen.made.decided && rung.kind !== 'dual-sourcing') parent = chosen.plan;
  }
  const chain = [...steps.keys()].filter((at) => steps[at]!.rung.kind !== 'dual-sourcing');
  for (const [nth, at] of [...chain.entries()].toReversed()) {
    const looser = chain[nth + 1];
    const own = steps[at]!;
    if (looser === undefined || own.plan.status === 'optimal' || isStopped(hooks)) continue;
    const chosen = await bestOf(carriers[at]!.made, [carriers[looser]!], engine);
    if (chosen.from === null) continue;
    steps[at] = { ...own, ...(await stepOf(chosen, own.rung)) };
    carriers[at] = { name: own.rung.name, made: chosen.made };
  }
  return steps;
}

/** Of those planned: for n-0 all, as nothing is left to be assessed; for two sources none; else the last, which is as good as those before it. */
function stricterThan({ kind }: Rung, planned: readonly Carrier[]): readonly Carrier[] {
  if (kind === 'n-0') return planned;
  return kind === 'dual-sourcing' ? [] : planned.slice(-1);
}

async function measured(
  { made: { problem, decided } }: Chosen,
  { kind, serviceLevel }: Rung,
  yardstick: OutageTerms,
  { engine, hooks }: Pick<ClimbInput, 'engine' | 'hooks'>,
): Promise<Standing | null> {
  if (!('solution' in decided)) return null;
  const isSame = kind === 'n-1' && serviceLevel === yardstick.serviceLevel;
  const known = isSame ? decided.outages?.rules[0]?.assessment : undefined;
  const operation = quantitiesOf(decided.solution.problem ?? problem, decided.solution);
  return (await standingOf(operation, yardstick, { engine, hooks }, known)) ?? null;
}
