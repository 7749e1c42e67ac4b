import type { Database } from './client.ts';
import { type ApiTokenStore, createApiTokenStore } from './repositories/api-tokens.ts';
import { createIdempotencyStore, type IdempotencyStore } from './repositories/idempotency-keys.ts';
import { createJobStore, type JobStore } from './repositories/jobs.ts';
import { createPlanStore, type PlanStore } from './repositories/plans.ts';
import { createRegistryStore, type RegistryStore } from './repositories/registries.ts';
import { createScenarioStore, type ScenarioStore } from './repositories/scenarios.ts';
import { createSupplierStore, type SupplierStore } from './repositories/suppliers.ts';
import type { Surroundings } from './surroundings.ts';

/** All that one organisation has. Nothing of another can be reached through it. */
export interface Store {
  readonly tokens: ApiTokenStore;
  readonly registries: RegistryStore;
  readonly suppliers: SupplierStore;
  readonly scenarios: ScenarioStore;
  readonly plans: PlanStore;
  readonly jobs: JobStore;
  readonly idempotency: IdempotencyStore;
}

/** The store of an organisation: the repositories take the organisation here, once, so that no query can forget it. */
export function createStore(database: Database, organisation: string, surroundings: Surroundings): Store {
  const scope = { database, organisation, surroundings };
  return {
    tokens: createApiTokenStore(scope),
    registries: createRegistryStore(scope),
    suppliers: createSupplierStore(scope),
    scenarios: createScenarioStore(scope),
    plans: createPlanStore(scope),
    jobs: createJobStore(scope),
    idempotency: createIdempotencyStore(scope),
  };
}
