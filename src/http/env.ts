import type { HeavyServices } from '../services/heavy.ts';
import type { HttpLimits, Identity, Store } from '../services/ports.ts';

/** What middleware leaves for the handlers of one request. */
export interface AppEnv {
  readonly Variables: {
    requestId: string;
    limits: HttpLimits;
    /** Who asks; set for routes of an organisation. */
    identity: Identity;
    /** All that the organisation of the one who asks has. */
    store: Store;
    /** What reads and keeps large bodies for that organisation. */
    heavy: HeavyServices;
  };
}
