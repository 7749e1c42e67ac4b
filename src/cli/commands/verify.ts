import { dirname, join, resolve } from 'node:path';
import { verifyPlan } from '../../services/verify-plan.ts';
import { verificationLines } from '../format/verification.ts';
import { EXIT, printLines, type Refusal, refuse, warn } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';
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

/** `gilde verify`: re-checks a plan from itself and its scenario. Answers with the exit code. */
export async function verify(io: Io, planPath: string, options: VerifyOptions): Promise<number> {
  const read = await readPlanArgument(io, planPath);
  if (!read.ok) return refuse(io, read);
  const found = await readStated(io, planPath, options);
  if (!found.ok) return refuse(io, found);
  warn(io, found.warnings);
  const verification = await verifyPlan({ input: { scenario: found.stated.scenario, plan: read.plan } });
  if (options.json) io.stdout.write(`${JSON.stringify(verification, null, 2)}\n`);
  else {
    const paint = paintOf(io, io.stdout);
    const [verdict = '', ...rest] = verificationLines(verification, {
      plan: read.plan,
      scenario: { name: found.stated.scenario.name, path: found.path },
    });
    printLines(io.stdout, [verification.holds ? paint.green(verdict) : paint.red(verdict), ...rest]);
  }
  return verification.holds ? EXIT.done : EXIT.verificationFailed;
}
