import type { Loss } from './domains.ts';
import type { Outage } from './outages.ts';
import { type Program, type Solving, solveApart } from './solve-apart.ts';

/** A figure of an outage that costs much to find, and what it is at most. */
export interface Bounded {
  readonly outage: Outage;
  readonly most: number;
}

/**
 * The largest figure of each loss, of the outages in which it is more than 0: outages are tried in order of what their figure can be at most, those of
 * all losses together, until no other can have more. Of equal ones the earliest of those tried. Undefined where a limit or a stop ended it.
 */
export async function largestByLoss<Answer>(
  bounded: readonly Bounded[],
  program: (bounded: Bounded) => Program<Answer>,
  figure: (answer: Answer) => number,
  solving: Solving,
): Promise<ReadonlyMap<Loss, { readonly outage: Outage; readonly answer: Answer }> | undefined> {
  const best = new Map<Loss, { readonly outage: Outage; readonly answer: Answer }>();
  const left = new Map<Loss, Bounded[]>();
  for (const own of bounded) {
    const list = left.get(own.outage.loss) ?? [];
    list.push(own);
    left.set(own.outage.loss, list);
  }
  for (const list of left.values())
    list.sort((one, other) => other.most - one.most || one.outage.from - other.outage.from);
  for (;;) {
    const turn: Bounded[] = [];
    for (const [loss, list] of left) {
      const known = best.get(loss);
      const next = list[0];
      if (next && next.most > (known ? figure(known.answer) : 0)) turn.push(list.shift()!);
    }
    if (turn.length === 0) return best;
    const answers = await solveApart(turn.map(program), solving);
    if (!answers) return undefined;
    answers.forEach((answer, at) => {
      const { outage } = turn[at]!;
      const known = best.get(outage.loss);
      const own = figure(answer);
      if (own > 0 && (!known || own > figure(known.answer))) best.set(outage.loss, { outage, answer });
    });
  }
}
