import { dirname, join, resolve } from 'node:path';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import { verifyPlan } from '../../services/verify-plan.ts';
import { verificationLines } from '../format/verification.ts';
import { EXIT, printLines, type Refusal, refuse, warn } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';
import { judgeFor } from '../terminal/judge.ts';
import { paintOf } from '../terminal/paint.ts';
import { readText } from '../terminal/read-bytes.ts';
import { readPlanArgument } from '../terminal/read-plan.ts';
import { type FoundScenario, readScenarioArgument } from '../terminal/read-scenario.ts';

export interface VerifyOptions {
  readonly scenario?: string;
  readonly json?: boolean;
}

/** The scenario's path in the run.json beside a plan, where there is one. */
async function scenarioOfRun(io: Io, planPath: string): Promise<string | undefined> {
  if (planPath === '-') return undefined;
  const run = await readText(io, join(dirname(resolve(io.cwd, planPath)), 'run.json'));
  if (!run.ok) return undefined;
  try {
    const document: unknown = JSON.parse(run.text);
    const named = typeof document === 'object' && document !== null && 'scenario' in document && document.scenario;
    return typeof named === 'string' ? named : undefined;
  } catch {
    return undefined;
  }
}

/** The scenario of a plan: as it is named, else as run.json beside the plan names it. */
export async function readStated(
  io: Io,
  planPath: string,
  options: Pick<VerifyOptions, 'scenario'>,
): Promise<FoundScenario | Refusal> {
  if (options.scenario === '-' && planPath === '-') {
    return { ok: false, message: 'plan and scenario cannot both come from stdin' };
  }
  const path = options.scenario ?? (await scenarioOfRun(io, planPath));
  if (path !== undefined) return readScenarioArgument(io, path);
  const message = 'no run.json beside the plan names its scenario';
  return { ok: false, message, hint: 'name the scenario folder with --scenario DIR' };
}

/** A plan and its scenario; what is to be warned of in the scenario is told. */
export async function readPlanWithScenario(
  io: Io,
  planPath: string,
  options: Pick<VerifyOptions, 'scenario'>,
): Promise<{ readonly ok: true; readonly plan: Plan; readonly found: FoundScenario } | Refusal> {
  const read = await readPlanArgument(io, planPath);
  if (!read.ok) return read;
  const found = await readStated(io, planPath, options);
  if (!found.ok) return found;
  warn(io, found.warnings);
  return { ok: true, plan: read.plan, found };
}

/** `gilde verify`: re-checks a plan from itself and its scenario. Answers with the exit code. */
export async function verify(io: Io, planPath: string, options: VerifyOptions): Promise<number> {
  const read = await readPlanWithScenario(io, planPath, options);
  if (!read.ok) return refuse(io, read);
  const { plan, found } = read;
  const { scenario } = found.stated;
  const verification = await verifyPlan({ ctx: await judgeFor(io, scenario), input: { scenario, plan } });
  if (options.json) io.stdout.write(`${JSON.stringify(verification, null, 2)}\n`);
  else {
    const paint = paintOf(io, io.stdout);
    const [verdict = '', ...rest] = verificationLines(verification, {
      plan,
      scenario: { name: scenario.name, path: found.path },
    });
    printLines(io.stdout, [verification.holds ? paint.green(verdict) : paint.red(verdict), ...rest]);
  }
  return verification.holds ? EXIT.done : EXIT.verificationFailed;
}
