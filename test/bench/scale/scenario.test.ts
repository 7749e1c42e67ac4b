import { describe, expect, it } from 'vitest';
import { parseScenarioDocument } from '../../../scenarios/parse-document.ts';
import { planningProblem } from '../../../solver/problem.ts';
import { scaleScenario } from './scenario.ts';
import { SIZES } from './size.ts';

const [SMALLEST] = SIZES;

describe('a generated scenario', () => {
  it('passes the checks of a document without a word, and is in normal form', async () => {
    const stated = scaleScenario(SMALLEST!, { members: 60 });
    const checked = await parseScenarioDocument(JSON.parse(JSON.stringify(stated)));
    expect(checked).toEqual({ ok: true, value: stated, warnings: [] });
  });

  it('is the same for the same seed and another one for another', () => {
    expect(scaleScenario(SMALLEST!, { seed: 7 })).toEqual(scaleScenario(SMALLEST!, { seed: 7 }));
    expect(scaleScenario(SMALLEST!, { seed: 7 }).quotes).not.toEqual(scaleScenario(SMALLEST!, { seed: 8 }).quotes);
  });

  it.each(SIZES.slice(0, 3))(
    'of $packages packages makes every quote an eligible pair, about a fifth of all',
    (size) => {
      const stated = scaleScenario(size);
      const { pairs } = planningProblem(stated);
      expect(pairs).toHaveLength(stated.quotes.length);
      const share = pairs.length / (size.packages * size.suppliers);
      expect(share).toBeGreaterThan(0.15);
      expect(share).toBeLessThan(0.21);
    },
  );
});
