import type { Explanation } from '../../../scenarios/domain/explanation.ts';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import { serialiseExplanation } from '../../../scenarios/wire/explanation-schema.ts';
import { explainPlan, explainRefusal, type Questions } from '../../services/explain-plan.ts';
import { ENGINE_NAMES } from '../../services/ports.ts';
import { verifyPlan } from '../../services/verify-plan.ts';
import { explanationLines } from '../format/explanation.ts';
import { violationLines } from '../format/verification.ts';
import { EXIT, printLines, type Refusal, refuse, warn } from '../terminal/exit.ts';
import { interruptible } from '../terminal/interrupt.ts';
import type { Io } from '../terminal/io.ts';
import { judgeFor } from '../terminal/judge.ts';
import { lookFor, mayAnimate, paintOf } from '../terminal/paint.ts';
import { readPlanArgument } from '../terminal/read-plan.ts';
import type { FoundScenario } from '../terminal/read-scenario.ts';
import { readStated } from './verify.ts';

export interface ExplainOptions {
  readonly scenario?: string;
  readonly whyNot?: string;
  readonly why?: string | true;
  readonly nextEuro?: boolean;
  readonly conflict?: boolean;
  readonly rules?: boolean;
  readonly time?: string;
  readonly work?: string;
  readonly json?: boolean;
}

const SECONDS = 60;

interface Asked {
  readonly ok: true;
  readonly plan: Plan;
  readonly found: FoundScenario;
  readonly questions: Questions;
  readonly seconds: number;
  readonly workLimit?: number;
}

/** A positive number of an option; undefined where it is not given. */
function positive(option: string, text: string | undefined, whole: boolean): number | undefined | Refusal {
  if (text === undefined) return undefined;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isFinite(value) && value > 0 && (!whole || Number.isInteger(value))) return value;
  return {
    ok: false,
    message: `${option} must be ${whole ? 'a whole number from 1' : 'a number above 0'}, got ${text}`,
  };
}

const isRefusal = (value: unknown): value is Refusal => typeof value === 'object' && value !== null;

/** A supplier that is asked about must be one of the scenario; a member must be one of the plan. */
function unknownFirm({ whyNot, why }: ExplainOptions, plan: Plan, { stated }: FoundScenario): Refusal | undefined {
  const suppliers = stated.scenario.suppliers.map(({ supplier }) => supplier);
  if (whyNot !== undefined && !suppliers.includes(whyNot)) {
    return {
      ok: false,
      message: `--why-not: the scenario has no supplier ${whyNot}`,
      hint: 'name an id of suppliers.csv',
    };
  }
  const members = plan.members.map(({ supplier }) => supplier);
  if (typeof why === 'string' && !members.includes(why)) {
    const hint = suppliers.includes(why) ? `ask with --why-not ${why}` : 'name an id of members.csv';
    return { ok: false, message: `--why: ${why} is no member of the plan`, hint };
  }
  return undefined;
}

/** Everything that can be refused before anything is solved. */
async function understand(io: Io, path: string, options: ExplainOptions): Promise<Asked | Refusal> {
  const seconds = positive('--time', options.time, false);
  if (isRefusal(seconds)) return seconds;
  const workLimit = positive('--work', options.work, true);
  if (isRefusal(workLimit)) return workLimit;
  const read = await readPlanArgument(io, path);
  if (!read.ok) return read;
  const found = await readStated(io, path, options);
  if (!found.ok) return found;
  const { plan } = read;
  const refused = unknownFirm(options, plan, found);
  if (refused) return refused;
  const refusal = explainRefusal({ input: { scenario: found.stated.scenario } });
  if (refusal !== undefined) return { ok: false, message: refusal };
  const { conflict, rules, nextEuro, whyNot, why } = options;
  const questions: Questions = {
    ...(conflict && { conflict }),
    ...(rules && { rules }),
    ...(nextEuro && { nextEuro }),
    ...(whyNot !== undefined && { whyNot }),
    ...(why !== undefined && { why }),
  };
  const limits = { seconds: seconds ?? SECONDS, ...(workLimit !== undefined && { workLimit }) };
  return { ok: true, plan, found, questions, ...limits };
}

/** Solves what-ifs until all is answered, time is up or Ctrl-C wants what is known; a second Ctrl-C ends with undefined. */
async function answer(io: Io, asked: Asked): Promise<Explanation | Refusal | undefined> {
  const { plan, found, questions, seconds, workLimit } = asked;
  const name = ENGINE_NAMES.find((known) => known === plan.engine.name);
  if (name === undefined) {
    return { ok: false, message: `the plan was made by the engine ${plan.engine.name}, which is not available here` };
  }
  const engine = await io.engine(name);
  const say = (line: string): void => void io.stderr.write(`${line}\n`);
  if (mayAnimate(io)) say(`Solving what-ifs, for ${seconds} s at most; Ctrl-C tells what is known by then.`);
  return interruptible(
    io,
    say,
    () => 'what is known is told',
    (stop) =>
      explainPlan({
        ctx: { engine, now: io.now },
        input: {
          ...{ ...found.stated, plan, questions, seconds, stop },
          ...(workLimit !== undefined && { workLimit }),
        },
      }),
  );
}

/** `gilde explain`: verifies the plan, then tells why it is as it is and what would change it. Answers with the exit code. */
export async function explain(io: Io, path: string, options: ExplainOptions): Promise<number> {
  const asked = await understand(io, path, options);
  if (!asked.ok) return refuse(io, asked);
  warn(io, asked.found.warnings);
  const { plan, found } = asked;
  const { scenario } = found.stated;
  const verification = await verifyPlan({ ctx: await judgeFor(io, scenario), input: { scenario, plan } });
  if (!verification.holds) {
    const paint = paintOf(io, io.stderr);
    const what = 'the plan does not hold for this scenario, so that nothing of it is explained';
    printLines(io.stderr, [`${paint.red('error:')} ${what}`, ...violationLines(verification)]);
    return EXIT.verificationFailed;
  }
  if (plan.status === 'unknown') {
    printLines(io.stderr, ['A limit was reached before there was a plan, so that there is nothing to explain.']);
    return EXIT.undecided;
  }
  const explanation = await answer(io, asked);
  if (explanation === undefined) return EXIT.interrupted;
  if ('ok' in explanation) return refuse(io, explanation);
  if (options.json) io.stdout.write(serialiseExplanation(explanation));
  else printLines(io.stdout, explanationLines({ explanation, plan, scenario }, lookFor(io, io.stdout)));
  return EXIT.done;
}
