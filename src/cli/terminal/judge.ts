import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import type { Engine } from '../../services/ports.ts';
import { takesEngine } from '../../services/verify-plan.ts';
import type { Io } from './io.ts';

/** What plans of a scenario are re-checked with: an engine, started only where a rule takes one. */
export const judgeFor = async (io: Pick<Io, 'engine'>, scenario: Scenario): Promise<{ readonly engine?: Engine }> =>
  takesEngine(scenario) ? { engine: await io.engine('highs') } : {};
