import { type CurveKeptInput, curveKept } from './ask-curve.ts';
import { type SimulateKeptInput, simulateKept } from './ask-simulation.ts';
import {
  type EnvelopeKeptInput,
  type ExplainKeptInput,
  envelopeKept,
  explainKept,
  type RobustnessKeptInput,
  robustnessKept,
  type SolvingPorts,
  type StressKeptInput,
  stressKept,
} from './ask-what-if.ts';
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
  readonly explainKept: ExplainKeptInput;
  readonly envelopeKept: EnvelopeKeptInput;
  readonly robustnessKept: RobustnessKeptInput;
  readonly stressKept: StressKeptInput;
  readonly curveKept: CurveKeptInput;
  readonly simulateKept: SimulateKeptInput;
}

interface Answers {
  readonly createScenario: ReturnType<typeof createScenario>;
  readonly patchScenario: ReturnType<typeof patchScenario>;
  readonly importRegistry: ReturnType<typeof importRegistry>;
  readonly verifyKeptPlan: ReturnType<typeof verifyKeptPlan>;
  readonly verifySentPlan: ReturnType<typeof verifySentPlan>;
  readonly explainKept: ReturnType<typeof explainKept>;
  readonly envelopeKept: ReturnType<typeof envelopeKept>;
  readonly robustnessKept: ReturnType<typeof robustnessKept>;
  readonly stressKept: ReturnType<typeof stressKept>;
  readonly curveKept: ReturnType<typeof curveKept>;
  readonly simulateKept: ReturnType<typeof simulateKept>;
}

type HeavyName = keyof Inputs;

/** What a heavy service works with. */
interface HeavyContext {
  readonly store: Store;
  readonly solving?: SolvingPorts;
}

/** Services that read, keep or judge as much as a large body holds, or solve: seconds of work without a pause. */
const SERVICES: {
  readonly [Name in HeavyName]: (call: { readonly ctx: HeavyContext; readonly input: Inputs[Name] }) => Answers[Name];
} = {
  createScenario,
  patchScenario,
  importRegistry,
  verifyKeptPlan,
  verifySentPlan,
  explainKept,
  envelopeKept,
  robustnessKept,
  stressKept,
  curveKept,
  simulateKept,
};

/** The heavy services for one organisation, wherever they run. */
export type HeavyServices = { readonly [Name in HeavyName]: (input: Inputs[Name]) => Answers[Name] };

/** What has the heavy services for each organisation; absent: the thread that answers does their work itself. */
export interface HeavyPort {
  readonly heavy?: (organisation: string) => HeavyServices;
  /** Where the thread that answers does their work: what it solves with; absent: it solves nothing. */
  readonly solving?: SolvingPorts;
}

/** One call of a heavy service. */
export interface HeavyCall<Name extends HeavyName = HeavyName> {
  readonly name: Name;
  readonly input: Inputs[Name];
}

/** Carries out a call in this thread, which answers nobody meanwhile. */
export const callHeavy = <Name extends HeavyName>({ name, input }: HeavyCall<Name>, ctx: HeavyContext): Answers[Name] =>
  SERVICES[name]({ ctx, input });

/** Those that solve, for as long as somebody is ready to wait. */
const SOLVES: ReadonlySet<HeavyName> = new Set([
  'explainKept',
  'envelopeKept',
  'robustnessKept',
  'stressKept',
  'curveKept',
  'simulateKept',
] as const);

/** Whether a call may take minutes, so that what takes seconds should not wait for it. */
export const solves = ({ name }: Pick<HeavyCall, 'name'>): boolean => SOLVES.has(name);

/** The heavy services by what carries out a call of them. */
export const heavyServices = (
  carryOut: <Name extends HeavyName>(call: HeavyCall<Name>) => Answers[Name],
): HeavyServices => ({
  createScenario: (input) => carryOut({ name: 'createScenario', input }),
  patchScenario: (input) => carryOut({ name: 'patchScenario', input }),
  importRegistry: (input) => carryOut({ name: 'importRegistry', input }),
  verifyKeptPlan: (input) => carryOut({ name: 'verifyKeptPlan', input }),
  verifySentPlan: (input) => carryOut({ name: 'verifySentPlan', input }),
  explainKept: (input) => carryOut({ name: 'explainKept', input }),
  envelopeKept: (input) => carryOut({ name: 'envelopeKept', input }),
  curveKept: (input) => carryOut({ name: 'curveKept', input }),
  robustnessKept: (input) => carryOut({ name: 'robustnessKept', input }),
  stressKept: (input) => carryOut({ name: 'stressKept', input }),
  simulateKept: (input) => carryOut({ name: 'simulateKept', input }),
});
