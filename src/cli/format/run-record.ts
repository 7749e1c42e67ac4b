import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { TimelineRow } from '../../services/timeline.ts';

/** What belongs to one run and not to the plan: times and the machine. */
export interface RunRecord {
  /** Absolute path of the scenario; null when it came from stdin. */
  readonly scenario: string | null;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly started: number;
  readonly version: string;
  /** Seconds by stage, in the order in which they ran. */
  readonly stages: Readonly<Record<string, number>>;
  readonly machine: {
    readonly node: string;
    readonly platform: string;
    readonly cpus: number;
    readonly peakMemory: number;
  };
  /** Digest of the plan that the solve was given to start from; null: none. */
  readonly startedFrom: string | null;
  readonly timeline: readonly TimelineRow[];
}

const milli = (seconds: number): number => Math.round(seconds * 1000) / 1000;

/** The text of run.json: which plan, how long each stage took, on what, and when each better plan and each better bound came. */
export function runText(plan: Plan, run: RunRecord): string {
  const stages = Object.entries(run.stages).map(([stage, seconds]) => ({ stage, seconds: milli(seconds) }));
  const { node, platform, cpus, peakMemory } = run.machine;
  const document = {
    format: 'gilde-run/1',
    digest: plan.digest,
    status: plan.status,
    scenario: run.scenario,
    version: run.version,
    started: new Date(run.started).toISOString(),
    seconds: milli(stages.reduce((sum, stage) => sum + stage.seconds, 0)),
    stages,
    machine: { node, platform, cpus, peakMemory },
    startedFrom: run.startedFrom,
    timeline: run.timeline,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
