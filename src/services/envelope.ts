import { shownScenario } from '../../scenarios/demand-cases.ts';
import type { Envelope } from '../../scenarios/domain/envelope.ts';
import type { AskedSettings, Scenario } from '../../scenarios/domain/scenario.ts';
import { withHardRules } from '../../scenarios/soft-rules.ts';
import { withBaseline } from '../../solver/envelope/demand-from.ts';
import { type EnvelopeProgress, envelopeOf } from '../../solver/envelope/envelope.ts';
import type { Ports } from './ports.ts';

export type { EnvelopeProgress } from '../../solver/envelope/envelope.ts';

export interface FindEnvelopeInput {
  readonly scenario: Scenario;
  /** Of the scenario as stated, before `settings` replace any of its own. */
  readonly sha256: string;
  /** Replaces the scenario's own solve settings where named. */
  readonly settings?: Omit<AskedSettings, 'strategy'>;
  /** Multiples whose earliest period is told, beside those that programmes state; default 2, 3 and 4. */
  readonly multiples?: readonly number[];
  readonly progress?: (progress: EnvelopeProgress) => void;
  /** Becomes non-zero at index 0 when the search should stop with what it has. */
  readonly stop?: Int32Array;
}

const MULTIPLES: readonly number[] = [2, 3, 4];

/** Why a scenario has no envelope, in words for a planner; undefined when it has one. */
export const envelopeRefusal = ({ input }: { input: Pick<FindEnvelopeInput, 'scenario'> }): string | undefined =>
  withBaseline(input.scenario).length > 0
    ? undefined
    : 'no programme states a baseline above 0, so there is nothing to multiply: give a programme a demand with baseline, multiplier, reach and shape';

/**
 * How fast production can be ramped up at most: for each period the largest multiple of the baseline that can be delivered from then on,
 * with its bound and what holds it back. Of demand cases the one that plans show counts, for what is not multiplied. Throws for a scenario that {@link envelopeRefusal} refuses.
 */
export async function findEnvelope({ ctx, input }: { ctx: Ports; input: FindEnvelopeInput }): Promise<Envelope> {
  const refusal = envelopeRefusal({ input });
  if (refusal !== undefined) throw new Error(refusal);
  const { scenario, sha256, settings, multiples = MULTIPLES, progress, stop } = input;
  const stated = withBaseline(scenario).map(({ demand }) => demand.multiplier);
  return envelopeOf({
    // Soft rules give way to deliveries, so that they limit no multiple.
    scenario: withHardRules({ ...shownScenario(scenario), solve: { ...scenario.solve, ...settings } }),
    sha256,
    engine: ctx.engine,
    now: ctx.now,
    multiples: [...multiples, ...stated],
    ...(progress && { progress }),
    ...(stop && { stop }),
  });
}
