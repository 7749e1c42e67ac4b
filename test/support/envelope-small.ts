import type { Envelope } from '../../scenarios/domain/envelope.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { envelopeOf } from '../../solver/envelope/envelope.ts';
import { engineOfTests } from './highs.ts';

/** The envelope of a small scenario, by HiGHS in this thread; `few` as in {@link envelopeOf}. */
export const envelopeSmall = (scenario: Scenario, few?: number): Promise<Envelope> =>
  envelopeOf({
    scenario,
    sha256: '0'.repeat(64),
    engine: engineOfTests,
    now: () => performance.now(),
    multiples: [2, 3, 4],
    ...(few === undefined ? {} : { few }),
  });
