import type { z } from 'zod';
import type { RuleName } from '../domain/rule.ts';
import { type Block, isBlock } from './block.ts';
import { problemsOf, shown } from './issue-problems.ts';
import { keysAt } from './keys-at.ts';
import { anyOf, nearWord } from './near-word.ts';
import type { Path, Places, Report } from './places.ts';
import { RULE_NAMES, RULES, SCOPE_KEYS, type StatedRule } from './rules.ts';

const isRuleName = (name: unknown): name is RuleName => RULE_NAMES.some((known) => known === name);

function refuseName(name: unknown, index: number, places: Places, problem: Report): void {
  const place = places.setting(['rules', index, 'rule']);
  if (name === 'minimum-order') {
    const message = 'a minimum order is part of a quote, not a rule';
    problem({ ...place, code: 'unknown-rule', message, expected: 'the column minimumOrder of quotes.csv' });
    return;
  }
  const near = typeof name === 'string' ? nearWord(name, RULE_NAMES) : undefined;
  const message = name === undefined ? 'a rule without its name' : 'unknown rule';
  const found = name === undefined ? {} : { found: shown(name) };
  const hint = near === undefined ? '' : ` (did you mean ${near}?)`;
  problem({ ...place, code: 'unknown-rule', message, ...found, expected: anyOf(RULE_NAMES) + hint });
}

/** Rules that cannot be given up, and why. */
const ALWAYS_KEPT: ReadonlyMap<string, string> = new Map([
  ['commitment', 'a commitment is always kept, as what is not bought of it is paid for'],
  ['survive-outage', 'survive-outage leaves every plan possible, as what no plan protects is an aim'],
]);

/** A rule is hard unless it says `hard: false`; then it has a priority, 1 where none is stated. Gives the rule without what says nothing. */
function readHardness(raw: Block, index: number, places: Places, problem: Report): Block {
  const { hard, priority, ...rest } = raw;
  const place = (key: string) => places.setting(['rules', index, key]);
  const kept = ALWAYS_KEPT.get(String(raw['rule']));
  if (hard === false && kept !== undefined) {
    const message = kept;
    problem({ ...place('hard'), code: 'meaningless-hardness', message, found: 'false', expected: 'no hard: false' });
  }
  if (hard === false) return { ...rest, hard, priority: priority ?? 1 };
  if (priority !== undefined) {
    const message = 'priority means nothing for a hard rule';
    const expected = 'hard: false beside it, or no priority';
    problem({ ...place('priority'), code: 'meaningless-priority', message, found: shown(priority), expected });
  }
  return hard === undefined || hard === true ? rest : { ...rest, hard };
}

function refuseScopeKeys(rule: StatedRule, index: number, places: Places, problem: Report): boolean {
  const allowed = SCOPE_KEYS[rule.rule];
  const wrong = Object.keys(rule.scope ?? {}).filter((key) => !allowed.some((known) => known === key));
  for (const key of wrong)
    problem({
      ...places.setting(['rules', index, 'scope', key]),
      code: 'meaningless-scope',
      message: `scope ${key} means nothing for ${rule.rule}`,
      expected: allowed.length === 0 ? 'no scope' : anyOf(allowed),
    });
  return wrong.length > 0;
}

/** Reads one rule; undefined, and problems, where it breaks a law. */
export function readRule(raw: unknown, index: number, places: Places, problem: Report): StatedRule | undefined {
  if (!isBlock(raw)) {
    const place = places.setting(['rules', index]);
    problem({ ...place, code: 'not-a-block', message: 'not a block', found: shown(raw), expected: 'rule: <name>, …' });
    return undefined;
  }
  const name = raw['rule'];
  if (!isRuleName(name)) {
    refuseName(name, index, places, problem);
    return undefined;
  }
  const schema: z.ZodType<StatedRule> = RULES[name];
  const stated = readHardness(raw, index, places, problem);
  const parsed = schema.safeParse(stated);
  if (parsed.success) return refuseScopeKeys(parsed.data, index, places, problem) ? undefined : parsed.data;
  const place = (path: Path) => places.setting(['rules', index, ...path]);
  const known = (path: Path) => keysAt(schema, path);
  for (const found of problemsOf(parsed.error.issues, stated, place, known, `${name}: `)) problem(found);
  return undefined;
}
