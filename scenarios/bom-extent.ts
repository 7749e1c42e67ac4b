import type { InputProblem } from './domain/input-problem.ts';
import type { Explosion } from './explode-bom.ts';
import type { Draft } from './wire/draft.ts';

/** More levels than any product has: an aircraft has some twenty. */
const MOST_LEVELS = 100;

/** The longest chain of lead times that is planned, in horizons: parts that start ten horizons ahead are in no plan. */
const MOST_HORIZONS = 10;

function depthProblem({ levels }: Explosion, draft: Draft): InputProblem[] {
  const { values, at } = draft.tables.bom;
  let deepest = 0;
  for (const level of levels.values()) deepest = Math.max(deepest, level);
  if (deepest <= MOST_LEVELS) return [];
  const beyond = values.findIndex((line) => levels.get(line.item) === MOST_LEVELS + 1);
  const place = beyond < 0 ? draft.places.table('bom') : draft.places.row('bom', at[beyond]!, 'item');
  const found = beyond < 0 ? '' : `, the first beyond the limit being ${values[beyond]!.item}`;
  return [
    {
      ...place,
      code: 'too-deep',
      message: 'the bill of materials has too many levels',
      found: `${deepest} levels${found}`,
      expected: `at most ${MOST_LEVELS} levels`,
    },
  ];
}

function leadTimeProblem(explosion: Explosion, draft: Draft): InputProblem[] {
  const periods = draft.blocks.calendar?.periods ?? 0;
  const most = MOST_HORIZONS * periods;
  const top = explosion.order.filter((item) => explosion.levels.get(item) === 0);
  const late = top.map((item) => ({ item, sum: explosion.leadTimeBelow(item) })).find(({ sum }) => sum > most);
  if (late === undefined) return [];
  const { values, at } = draft.tables.items;
  const longest = values.reduce(
    (best, { leadTime }, index) => (leadTime > (values[best]?.leadTime ?? -1) ? index : best),
    0,
  );
  const place = values.length === 0 ? draft.places.table('items') : draft.places.row('items', at[longest]!, 'leadTime');
  return [
    {
      ...place,
      code: 'too-long',
      message: `the lead times of ${late.item} and what is below it add up to too much; the longest of all stands here`,
      found: `${late.sum} periods`,
      expected: `at most ${most} periods, ten times the ${periods} of the plan (lead times are in periods of the calendar, not in days)`,
    },
  ];
}

/** Refuses a bill of materials of a depth or a total lead time that no product has, as both are most likely mistakes. */
export const bomExtentProblems = (explosion: Explosion, draft: Draft): readonly InputProblem[] => [
  ...depthProblem(explosion, draft),
  ...leadTimeProblem(explosion, draft),
];
