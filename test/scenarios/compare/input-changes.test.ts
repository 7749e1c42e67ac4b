import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inputChanges } from '../../../scenarios/compare/input-changes.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { applyScenarioPatch } from '../../../scenarios/patch.ts';
import { smallScenario } from '../../support/arbitraries.ts';
import { parsed } from '../../support/plan-small.ts';
import { twoWelders } from '../../support/two-welders.ts';

const welders = await parsed(twoWelders());

/** What is compared: neither the name nor the settings of the solve. */
const stated = ({ name: _, solve: __, ...rest }: Scenario) => rest;

const undone = async (scenario: Scenario, undo: unknown): Promise<Scenario> => {
  const patched = applyScenarioPatch(scenario, undo);
  if (!patched.ok) throw new Error(patched.problems[0]?.message);
  return patched.value as Scenario;
};

test('nothing differs from itself, whatever it is called and however it is solved', () => {
  expect(inputChanges(welders, { ...welders, name: 'other', solve: { ...welders.solve, seed: 9 } })).toEqual([]);
});

test('a change of a row is told by its columns, with the row as it was to put back', () => {
  const capacity = welders.capacity.map((row) => (row.supplier === 'S2' ? { ...row, hoursPerPeriod: 12 } : row));
  expect(inputChanges(welders, { ...welders, capacity })).toEqual([
    {
      words: 'capacity of S2, welding: hoursPerPeriod from 16 to 12',
      undo: [{ op: 'replace', path: '/capacity/1', value: welders.capacity[1] }],
    },
  ]);
});

test('all rows of a firm that is gone belong together', () => {
  const without = {
    ...welders,
    suppliers: welders.suppliers.filter(({ supplier }) => supplier !== 'S1'),
    capacity: welders.capacity.filter(({ supplier }) => supplier !== 'S1'),
  };
  const [change, ...more] = inputChanges(welders, without);
  expect(more).toEqual([]);
  expect(change!.words).toBe('supplier S1: 2 rows differ');
  expect(change!.undo.map(({ path }) => path)).toEqual(['/suppliers/-', '/capacity/-']);
});

test('a setting of a block is told by itself', () => {
  const changes = inputChanges(welders, { ...welders, policy: { ...welders.policy, stock: 'allowed' } });
  expect(changes).toEqual([
    { words: 'policy.stock from none to allowed', undo: [{ op: 'add', path: '/policy/stock', value: 'none' }] },
  ]);
});

test('undoing change by change leads from any scenario back to any other, one change less each time', async () => {
  await fc.assert(
    fc.asyncProperty(smallScenario, smallScenario, async (one, other) => {
      const before = await parsed(one);
      let after = { ...(await parsed(other)), calendar: before.calendar };
      for (let left = inputChanges(before, after); left.length > 0; ) {
        after = await undone(after, left[0]!.undo);
        const next = inputChanges(before, after);
        expect(next.length).toBeLessThan(left.length);
        left = next;
      }
      const sorted = (scenario: Scenario) => JSON.parse(JSON.stringify(stated(scenario), sortedKeys));
      expect(sorted(after)).toEqual(sorted(before));
    }),
    { numRuns: 60 },
  );
});

/** Lists in an order of their own: an entry that was put back stands at the end. */
function sortedKeys(_: string, value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((entry) => JSON.stringify(entry, objectKeys)).sort();
}

function objectKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}
