import { expect, test } from 'vitest';
import { outageTerms, termsAsked } from '../../../solver/outages/terms.ts';
import { withOutages } from '../../support/outages.ts';
import { twoWelders } from '../../support/two-welders.ts';

const stated = withOutages(twoWelders(), [
  { id: 'n-2', rule: 'survive-outage', losses: 2, requalification: true, serviceLevel: 0.7, surge: 0.3 },
]);
const settings = { domains: ['region'], serviceLevel: 0.6, timeToRecover: 3, surge: 0.1 } as const;
const bare = (terms: ReturnType<typeof outageTerms>) =>
  JSON.parse(JSON.stringify(terms)) as Omit<typeof terms, 'timeToRecover' | 'surge'>;

test('a question goes by what it states, else by the rule of the scenario, else by its settings, else by what is usual', () => {
  expect(bare(termsAsked({}, stated))).toEqual({
    ...{ domains: ['supplier'], losses: 2, serviceLevel: 0.7, requalification: true, usualTime: 2, usualSurge: 0.3 },
  });
  const set = { ...stated, robustness: settings };
  expect(bare(termsAsked({ surge: 0 }, set))).toEqual({
    ...{ domains: ['region'], losses: 2, serviceLevel: 0.7, requalification: true, usualTime: 3, usualSurge: 0 },
  });
  expect(bare(termsAsked({}, { ...set, rules: [] }))).toEqual(bare(outageTerms(settings, stated)));
});

test('a figure of the question or the rule holds for every firm, else its own does', () => {
  const firm = { ...stated.suppliers[0]!, timeToRecover: 5, surge: 0.5 };
  const asked = termsAsked({}, stated);
  expect([asked.timeToRecover(firm), asked.surge(firm)]).toEqual([5, 0.3]);
  const usual = termsAsked({ timeToRecover: 1 }, { ...stated, rules: [] });
  expect([usual.timeToRecover(firm), usual.surge(firm)]).toEqual([1, 0.5]);
});
