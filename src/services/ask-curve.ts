import { serialiseCurve } from '../../scenarios/wire/curve-schema.ts';
import type { SolvingPorts } from './ask-what-if.ts';
import { keptScenario } from './kept-plan.ts';
import type { Store } from './ports.ts';
import { type CurveAsked, curveRefusal, outagesVerified, robustnessCurve } from './robustness-curve.ts';
import { refusal, type WhatIfAnswer } from './what-if-answer.ts';

export interface CurveKeptInput {
  readonly sha256: string;
  readonly asked: CurveAsked;
  /** For the solves of all rungs together. */
  readonly seconds: number;
  readonly gap?: number;
}

/** Outages of all rungs that plans are verified against while somebody waits: about a minute. */
const MOST_OUTAGES = 10_000;

interface Context {
  readonly store: Pick<Store, 'scenarios'>;
  /** Absent: nothing is solved here while somebody waits. */
  readonly solving?: SolvingPorts;
}

/** What robustness costs in a kept scenario; only verified plans are told of. */
export async function curveKept({ ctx, input }: { ctx: Context; input: CurveKeptInput }): Promise<WhatIfAnswer> {
  const { sha256, asked, seconds, gap } = input;
  const scenario = await keptScenario({ ctx, input: { sha256 } });
  if (scenario === undefined) return refusal('unknown', 'there is no such scenario');
  const refused = curveRefusal({ input: { scenario } });
  if (refused !== undefined) return refusal('input', refused);
  const outages = outagesVerified(scenario, asked);
  if (outages > MOST_OUTAGES)
    return refusal(
      'input',
      `the plans of all rungs are to survive ${outages} outages, at most ${MOST_OUTAGES} while somebody waits; name fewer levels, leave two out, name other domains, or ask with the command line`,
      '/terms',
    );
  const engine = ctx.solving?.engines.find(({ name }) => name === scenario.solve.engine);
  if (ctx.solving === undefined || engine === undefined)
    return refusal('busy', 'nothing is solved here while somebody waits; ask with the command line');
  const { curve, points } = await robustnessCurve({
    ctx: { engine, now: ctx.solving.now },
    input: { scenario, sha256, asked, settings: { timeLimit: seconds, ...(gap !== undefined && { gap }) } },
  });
  const wrong = points.find(({ verification }) => !verification.holds);
  if (wrong)
    throw new Error(`the plan of ${wrong.point.name} does not hold: ${wrong.verification.violations[0]?.message}`);
  return { ok: true, text: serialiseCurve(curve) };
}
