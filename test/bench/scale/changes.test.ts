import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { parseScenarioDocument } from '../../../scenarios/parse-document.ts';
import { exampleOf } from '../example.ts';
import { CHANGES } from './changes.ts';
import { scaleScenario } from './scenario.ts';
import { SIZES } from './size.ts';

const TABLES = ['programmes', 'capacity', 'rules'] as const;

/** How many rows of the three tables differ. */
const changedRows = (before: Scenario, after: Scenario): number =>
  TABLES.reduce((sum, table) => {
    const known = new Set(before[table].map((row) => JSON.stringify(row)));
    return sum + after[table].filter((row) => !known.has(JSON.stringify(row))).length;
  }, 0);

describe.each([
  ['a generated scenario', async () => scaleScenario(SIZES[0]!)],
  ['the crane', () => exampleOf('crane')],
] as const)('twenty single changes of %s', (_, stated) => {
  it('each change one row, and each another one or otherwise', async () => {
    const before = await stated();
    expect(CHANGES).toHaveLength(20);
    expect(CHANGES.map(({ apply }) => changedRows(before, apply(before)))).toEqual(CHANGES.map(() => 1));
    expect(new Set(CHANGES.map(({ apply }) => JSON.stringify(apply(before)))).size).toBe(20);
  });

  it('exclude nobody whom a lock keeps in', async () => {
    const before = await stated();
    const locked = before.rules.flatMap((rule) => (rule.rule === 'lock' ? [rule.supplier] : []));
    const excluded = CHANGES.flatMap(({ apply }) =>
      apply(before).rules.flatMap((rule) => (rule.rule === 'exclude' && rule.id === 'changed' ? rule.suppliers : [])),
    );
    expect(excluded).toHaveLength(3);
    expect(excluded.filter((supplier) => locked.includes(supplier))).toEqual([]);
  });
});

it('a changed scenario is as valid as it was', async () => {
  const before = scaleScenario(SIZES[0]!);
  for (const { apply } of CHANGES) {
    const after = apply(before);
    const checked = await parseScenarioDocument(JSON.parse(JSON.stringify(after)));
    expect(checked).toMatchObject({ ok: true, value: after });
  }
});
