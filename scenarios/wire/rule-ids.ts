import type { Rule } from '../domain/rule.ts';
import { canonicalSha256 } from './hash.ts';
import type { Placed } from './places.ts';
import type { StatedRule } from './rules.ts';

async function withId(stated: StatedRule): Promise<Rule> {
  if (stated.id !== undefined) return { ...stated, id: stated.id };
  const { note: _, hard: __, priority: ___, ...canonical } = stated;
  const hash = await canonicalSha256(canonical);
  return { ...stated, id: `${stated.rule}-${hash.slice(0, 8)}` };
}

/** The rules with their ids: as stated, or else the rule's name and the start of the hash of its canonical form, in which neither its note nor how firmly it is asked for counts. */
export async function nameRules(rules: Placed<StatedRule>): Promise<Placed<Rule>> {
  return { values: await Promise.all(rules.values.map(withId)), at: rules.at };
}
