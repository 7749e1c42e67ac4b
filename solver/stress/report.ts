import { periodLabel } from '../../scenarios/domain/calendar.ts';
import { DOMAIN_KINDS, type DomainKind } from '../../scenarios/domain/rule.ts';
import type { BreakingSet, KindStress, StressReport, StressWindow } from '../../scenarios/domain/stress.ts';
import type { Ground } from '../outages/ground.ts';
import type { Operation } from '../outages/operation.ts';
import { type Solving, solveApart } from '../outages/solve-apart.ts';
import { leftProgram } from './left.ts';
import type { Break, Window } from './seek.ts';
import { smallestBreak } from './smallest-break.ts';
import { type Stage, type StatedStress, stageOf, stressGround } from './stage.ts';
import { stressWords } from './words.ts';

/** What names the plan and the scenario that a report is of. */
export type StressOf = Pick<StressReport, 'scenario' | 'plan'>;

const USUAL: readonly DomainKind[] = ['supplier', 'region'];

/** The smallest set of losses that breaks an operation, for each kind of domain by itself; with bounds where a limit or a stop ends the search. */
export async function stressReport(
  operation: Operation,
  stated: StatedStress,
  of: StressOf,
  solving: Solving,
): Promise<StressReport> {
  const ground = stressGround(operation, stated);
  const { serviceLevel, usualTime, usualSurge, requalification } = ground.terms;
  const asked = DOMAIN_KINDS.filter((kind) => (stated.domains ?? USUAL).includes(kind));
  const kinds: KindStress[] = [];
  for (const [at, kind] of asked.entries())
    kinds.push(await stressOf(stageOf(ground, kind), partOf(solving, asked.length - at)));
  return {
    format: 'gilde-stress/1',
    ...of,
    assumed: { target: serviceLevel, timeToRecover: usualTime, surge: usualSurge, requalification },
    kinds,
  };
}

/** An equal part of the time that is left, for each of several. */
function partOf(solving: Solving, several: number): Solving {
  const { seconds } = solving;
  if (!seconds) return solving;
  const others = seconds() * (1 - 1 / several);
  return { ...solving, seconds: () => Math.max(0, seconds() - others) };
}

async function stressOf(stage: Stage, solving: Solving): Promise<KindStress> {
  const { best, others, atLeast, pivotal, windows } = await smallestBreak(stage, solving);
  const domains = stage.losses.length;
  const nameOf = (at: number): string => stage.losses[at]!.names[0]!;
  const sets = await breakingSets(stage, best ? [best, ...others] : [], solving);
  const told = {
    ...{ domain: stage.kind, domains, size: best?.set.size ?? null, atLeast },
    proof: atLeast === (best?.set.size ?? domains + 1) ? ('exact' as const) : ('bound' as const),
    smallest: sets[0] ?? null,
    others: sets.slice(1),
    pivotal: pivotal?.map(nameOf).sort() ?? null,
    windows: windows.map((window) => windowRow(stage, window)),
  };
  return { ...told, words: stressWords(told, stage.target) };
}

const labelOf = ({ operation }: Ground, t: number): string => periodLabel(operation.problem.scenario.calendar, t);

function windowRow({ ground, outageOf }: Stage, { from, best, atLeast }: Window): StressWindow {
  const { to } = outageOf([], from);
  return { from: labelOf(ground, from), to: labelOf(ground, to), size: best?.set.size ?? null, atLeast };
}

/** The sets with what they cost; of the few that are told this is solved whatever the time. */
async function breakingSets(
  stage: Stage,
  breaks: readonly Break[],
  { engine }: Solving,
): Promise<readonly BreakingSet[]> {
  const { ground, losses, outageOf } = stage;
  const outages = breaks.map(({ set, from }) => outageOf(set, from));
  const left = await solveApart(
    outages.map((outage, at) => leftProgram(ground, outage, breaks[at]!.share)),
    { engine },
  );
  return breaks.map(({ set, share }, at): BreakingSet => {
    const outage = outages[at]!;
    const products = (left?.[at] ?? []).map(({ demand, from, to, planned, left: units }) => ({
      product: ground.operation.problem.demands[demand]!.item,
      ...{ from: labelOf(ground, from), to: labelOf(ground, to), planned, left: units },
    }));
    return {
      losses: [...set].map((loss) => losses[loss]!.names[0]!).sort(),
      suppliers: outage.loss.suppliers.filter((supplier) => ground.sourcesAt.has(supplier)),
      ...{ from: labelOf(ground, outage.from), to: labelOf(ground, outage.to), left: share, products },
    };
  });
}
