import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { eligibilityOf } from '../../support/explosion.ts';
import { type Statement, scenario } from '../../support/scenario-builder.ts';

const supplierRow = fc.record({
  onboardingPeriods: fc.nat(3),
  welding: fc.constantFrom(undefined, 0, 100),
  milling: fc.constantFrom(undefined, 50),
  certificate: fc.constantFrom(undefined, 'held' as const, 'obtainable' as const),
  quoted: fc.boolean(),
});

describe('the field of suppliers', () => {
  const field = (rows: readonly (typeof supplierRow extends fc.Arbitrary<infer Row> ? Row : never)[]): Statement => {
    const named = rows.map((row, k) => ({ ...row, supplier: `S${k}` }));
    return {
      demand: [
        ['BOOM', '2027-Q4', 10],
        ['SEAT', '2027-Q4', 10],
      ],
      items: [{ item: 'BOOM', certificates: ['ISO 3834-2'] }],
      routing: [
        ['BOOM', 'welding', 5],
        ['SEAT', 'milling', 1],
      ],
      suppliers: named.map(({ supplier, onboardingPeriods }) => ({ supplier, onboardingPeriods })),
      capacity: named.flatMap(({ supplier, welding, milling }) => [
        ...(welding === undefined ? [] : [[supplier, 'welding', welding] as const]),
        ...(milling === undefined ? [] : [[supplier, 'milling', milling] as const]),
      ]),
      certificates: named.flatMap(({ supplier, certificate }) =>
        certificate === undefined
          ? []
          : [{ supplier, certificate: 'ISO 3834-2', status: certificate, leadTime: certificate === 'held' ? 0 : 2 }],
      ),
      quotes: named.filter(({ quoted }) => quoted).map(({ supplier }) => ({ supplier, item: 'SEAT', unitPrice: 9 })),
    };
  };

  test.prop([fc.array(supplierRow, { maxLength: 6 }), supplierRow])(
    'grown by one supplier leaves every other pair as it was',
    (rows, more) => {
      const before = eligibilityOf(scenario(field(rows)));
      const after = eligibilityOf(scenario(field([...rows, more])));
      const name = `S${rows.length}`;
      expect(after.pairs.filter((each) => each.supplier !== name)).toEqual(before.pairs);
      for (let k = 0; k < rows.length; k += 1) {
        expect(after.reasonsFor(`S${k}`, 'BOOM')).toEqual(before.reasonsFor(`S${k}`, 'BOOM'));
      }
    },
  );

  test.prop([fc.array(supplierRow, { maxLength: 6 })])(
    'has every pair either eligible or with reasons against it',
    (rows) => {
      const { pairs, reasonsFor } = eligibilityOf(scenario(field(rows)));
      const eligible = new Set(pairs.map((each) => `${each.supplier} ${each.item}`));
      for (const item of ['BOOM', 'SEAT']) {
        for (let k = 0; k < rows.length; k += 1) {
          expect(reasonsFor(`S${k}`, item).length === 0).toBe(eligible.has(`S${k} ${item}`));
        }
      }
    },
  );
});
