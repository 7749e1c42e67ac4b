import type { DomainExposure, RobustnessReport } from '../../scenarios/domain/robustness.ts';
import { type Cell, csvOf } from '../../scenarios/wire/csv/write-csv.ts';

/** What names a loss in a row. */
const named = ({ domain, losses }: DomainExposure): readonly Cell[] => [domain, losses.join(' + ')];

/** The report as tidy tables, one header line each, by file name. Quantities in units, hours in hours, money in euro, time in periods. */
export function robustnessTables({ input }: { input: RobustnessReport }): ReadonlyMap<string, string> {
  const { domains, items, spend, commonCauses } = input;
  const exposure = domains.map((row, at): readonly Cell[] => [
    ...[at + 1, ...named(row), row.suppliers.join(';'), row.timeToRecover, row.timeToSurvive.periods],
    ...[row.timeToSurvive.atLeast ? 'yes' : 'no', row.failing, row.unprotected],
    ...[row.worst?.from ?? null, row.worst?.to ?? null, row.worst?.lost ?? 0, row.worst?.share ?? 0],
    ...[row.worst?.money.amount ?? 0, row.worst?.money.basis ?? null, row.reserve?.surge ?? null],
  ]);
  const takeover = domains.flatMap((row) =>
    (row.worst?.takeover ?? []).map(({ supplier, item, planned, extra }): readonly Cell[] => [
      ...[...named(row), row.worst!.from, row.worst!.to, supplier, item, planned, extra],
    ]),
  );
  const reserve = domains.flatMap((row) =>
    (row.reserve?.hours ?? []).map(({ process, hours }): readonly Cell[] => [...named(row), process, hours]),
  );
  return new Map([
    [
      'exposure.csv',
      csvOf(
        [
          ...[
            'rank',
            'domain',
            'lost',
            'suppliers',
            'timeToRecover',
            'timeToSurvive',
            'atLeast',
            'failing',
            'unprotected',
          ],
          ...['worstFrom', 'worstTo', 'lostUnits', 'lostShare', 'money', 'moneyBasis', 'reserveSurge'],
        ],
        exposure,
      ),
    ],
    ['takeover.csv', csvOf(['domain', 'lost', 'from', 'to', 'supplier', 'item', 'planned', 'extra'], takeover)],
    ['reserve.csv', csvOf(['domain', 'lost', 'process', 'hours'], reserve)],
    [
      'item-concentration.csv',
      csvOf(
        ['item', 'sources', 'producing', 'concentration'],
        items.map((row) => [row.item, row.sources, row.producing, row.concentration]),
      ),
    ],
    [
      'spend-concentration.csv',
      csvOf(
        ['by', 'concentration', 'largest', 'share'],
        spend.map((row) => [row.by, row.concentration, row.largest, row.share]),
      ),
    ],
    [
      'common-causes.csv',
      csvOf(
        ['item', 'domain', 'name', 'suppliers', 'all'],
        commonCauses.map((row) => [row.item, row.domain, row.name, row.suppliers.join(';'), row.all ? 'yes' : 'no']),
      ),
    ],
  ]);
}
