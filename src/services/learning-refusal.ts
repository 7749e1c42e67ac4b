import type { Scenario } from '../../scenarios/domain/scenario.ts';

/** Why something is not worked out for a scenario whose hours fall with what is made, in words for a planner; undefined where none do. */
export function learningRefusal({ rules }: Scenario, what: string): string | undefined {
  const own = rules.filter(({ rule }) => rule === 'learning').map(({ id }) => id);
  return own.length === 0
    ? undefined
    : `${what} asks for hours that are known beforehand, but by the rule ${own.join(', ')} they fall with what the plan makes: leave the rule out, or state the hours of a practised firm`;
}
