import type { Engine } from '../../../solver/engines/engine.ts';
import type { PlanningProblem } from '../../../solver/problem.ts';
import type { Strategy } from '../../../solver/strategies/strategy.ts';

const columnsOf = ({ pairs }: PlanningProblem): number =>
  pairs.reduce((sum, { available }) => sum + available.filter((is) => is).length, 0);

/** The engine, with what it says where it cannot decide kept in `notes`. */
export const overheard = (engine: Engine, notes: Set<string>): Engine => ({
  ...engine,
  async solve(...asked) {
    const outcome = await engine.solve(...asked);
    if (outcome.status === 'undecided' && outcome.limit === 'engine')
      notes.add(`engine: ${outcome.reason.slice(0, 120)}`);
    return outcome;
  },
});

/** A strategy that tells when the sets are there, and that does not begin on more columns than are worth trying. */
export function timed(strategy: Strategy, mostColumns: number, notes: Set<string>) {
  const seen = { columns: 0, setsEnd: 0 };
  const watched: Strategy = {
    name: strategy.name,
    async decide(problem, engine, hooks) {
      seen.setsEnd = performance.now();
      seen.columns = columnsOf(problem);
      if (seen.columns <= mostColumns) return strategy.decide(problem, engine, hooks);
      notes.add(`not tried beyond ${mostColumns.toLocaleString('en')} production columns`);
      return { status: 'unknown', hit: null };
    },
  };
  return { seen, watched };
}
