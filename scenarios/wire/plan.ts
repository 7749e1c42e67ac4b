import type { Checked, InputProblem } from '../domain/input-problem.ts';
import type { Plan } from '../domain/plan.ts';
import { canonicalSha256 } from './hash.ts';
import { problemsOf } from './issue-problems.ts';
import { keysAt } from './keys-at.ts';
import { type Path, type Place, pathText, pointerOf } from './places.ts';
import { planSchema } from './plan-schema.ts';

const FILE = 'plan.json';

const place = (path: Path): Place => ({ file: FILE, column: pathText(path), pointer: pointerOf(path) });

function syntaxProblem(text: string, error: unknown): InputProblem {
  const message = error instanceof Error ? error.message : String(error);
  const position = /position (\d+)/.exec(message)?.[1];
  const line = position === undefined ? {} : { line: text.slice(0, Number(position)).split('\n').length };
  return { code: 'not-json', file: FILE, ...line, message: `not JSON: ${message.split('\n', 1)[0]}` };
}

/** Reads the text of a plan.json: its form alone, not whether what it claims is true. Unknown and missing keys are problems. */
export function parsePlan(text: string): Checked<Plan> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    return { ok: false, problems: [syntaxProblem(text, error)] };
  }
  return parsePlanDocument(raw);
}

/** Reads a plan.json that is parsed already, as {@link parsePlan} does its text. */
export function parsePlanDocument(raw: unknown): Checked<Plan> {
  const parsed = planSchema.safeParse(raw);
  if (parsed.success) return { ok: true, value: parsed.data satisfies Plan, warnings: [] };
  return { ok: false, problems: problemsOf(parsed.error.issues, raw, place, (path) => keysAt(planSchema, path)) };
}

/**
 * The text of plan.json: keys in the order of the domain type, two spaces, a final newline, lists of figures on one line; the same
 * plan always gives the same bytes. Throws on a plan that its own schema refuses (a number that is not finite, say), which is a bug.
 */
export const serialisePlan = (plan: Plan): string =>
  `${JSON.stringify(planSchema.parse(plan), undefined, 2).replace(FIGURES, (list) => list.replaceAll(/\s+/g, ' '))}\n`;

/** A list of nothing but figures as it is laid out over several lines; no text holds a line break in JSON. */
const FIGURES = /(?<=\[)\n[-+.,\seE\d]+(?=\])/g;

/** SHA-256 of the RFC 8785 form of a plan without its digest: the plan's own `digest`. */
export function planDigest(plan: Omit<Plan, 'digest'> | Plan): Promise<string> {
  const { digest: _, ...rest } = { digest: '', ...plan };
  return canonicalSha256(rest);
}
