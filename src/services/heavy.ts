import { type CreateScenarioInput, createScenario } from './create-scenario.ts';
import { type ImportRegistryInput, importRegistry } from './import-registry.ts';
import { verifyKeptPlan, verifySentPlan } from './kept-plan.ts';
import { type PatchScenarioInput, patchScenario } from './patch-scenario.ts';
import type { Store } from './ports.ts';

interface Inputs {
  readonly createScenario: CreateScenarioInput;
  readonly patchScenario: PatchScenarioInput;
  readonly importRegistry: ImportRegistryInput;
  readonly verifyKeptPlan: { readonly digest: string };
  readonly verifySentPlan: { readonly json: Uint8Array };
}

interface Answers {
  readonly createScenario: ReturnType<typeof createScenario>;
  readonly patchScenario: ReturnType<typeof patchScenario>;
  readonly importRegistry: ReturnType<typeof importRegistry>;
  readonly verifyKeptPlan: ReturnType<typeof verifyKeptPlan>;
  readonly verifySentPlan: ReturnType<typeof verifySentPlan>;
}

type HeavyName = keyof Inputs;

/** Services that read, keep or judge as much as a large body holds: up to seconds of work without a pause. */
const SERVICES: {
  readonly [Name in HeavyName]: (call: {
    readonly ctx: { readonly store: Store };
    readonly input: Inputs[Name];
  }) => Answers[Name];
} = { createScenario, patchScenario, importRegistry, verifyKeptPlan, verifySentPlan };

/** The heavy services for one organisation, wherever they run. */
export type HeavyServices = { readonly [Name in HeavyName]: (input: Inputs[Name]) => Answers[Name] };

/** What has the heavy services for each organisation; absent: the thread that answers does their work itself. */
export interface HeavyPort {
  readonly heavy?: (organisation: string) => HeavyServices;
}

/** One call of a heavy service. */
export interface HeavyCall<Name extends HeavyName = HeavyName> {
  readonly name: Name;
  readonly input: Inputs[Name];
}

/** Carries out a call in this thread, which answers nobody meanwhile. */
export const callHeavy = <Name extends HeavyName>({ name, input }: HeavyCall<Name>, store: Store): Answers[Name] =>
  SERVICES[name]({ ctx: { store }, input });

/** The heavy services by what carries out a call of them. */
export const heavyServices = (
  carryOut: <Name extends HeavyName>(call: HeavyCall<Name>) => Answers[Name],
): HeavyServices => ({
  createScenario: (input) => carryOut({ name: 'createScenario', input }),
  patchScenario: (input) => carryOut({ name: 'patchScenario', input }),
  importRegistry: (input) => carryOut({ name: 'importRegistry', input }),
  verifyKeptPlan: (input) => carryOut({ name: 'verifyKeptPlan', input }),
  verifySentPlan: (input) => carryOut({ name: 'verifySentPlan', input }),
});
