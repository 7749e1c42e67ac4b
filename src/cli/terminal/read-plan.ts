import type { Plan } from '../../../scenarios/domain/plan.ts';
import { planDigest } from '../../../scenarios/wire/plan.ts';
import { readPlan } from '../../services/verify-plan.ts';
import { count } from '../format/number.ts';
import type { Refusal } from './exit.ts';
import type { Io } from './io.ts';
import { readText } from './read-bytes.ts';

type Read = { readonly ok: true; readonly plan: Plan } | Refusal;

/** Reads the plan.json that an argument names, or stdin for `-`: its form alone, every problem at once. */
export async function readPlanArgument(io: Io, path: string): Promise<Read> {
  const read = await readText(io, path);
  if (!read.ok) return read;
  const name = path === '-' ? 'stdin' : path;
  const parsed = readPlan({ input: { text: read.text } });
  if (parsed.ok) return { ok: true, plan: parsed.value };
  const problems = parsed.problems.map((problem) => ({ ...problem, file: name }));
  return { ok: false, message: `${name} is not a plan: ${count(problems.length, 'problem')}`, problems };
}

/** Reads the plan.json that a solve starts from: there must be a plan in it, and it must be the one that its digest names. */
export async function readParent(io: Io, path: string): Promise<Read> {
  const read = await readPlanArgument(io, path);
  if (!read.ok) return read;
  const { status, digest } = read.plan;
  const name = path === '-' ? 'stdin' : path;
  if (status === 'infeasible' || status === 'unknown')
    return { ok: false, message: `${name} holds no plan to start from: its status is ${status}` };
  const found = await planDigest(read.plan);
  if (found === digest) return read;
  const place = { file: name, pointer: '/digest', column: 'digest', found: digest, expected: found };
  const message = 'the plan was changed after it was made';
  return {
    ok: false,
    message: `${name} is not a plan: 1 problem`,
    problems: [{ code: 'wrong-digest', message, ...place }],
  };
}
