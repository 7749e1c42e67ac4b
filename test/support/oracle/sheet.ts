import { type Expression, NOTHING, type Relation } from './linear-program.ts';

/** Sheet on which a model is written: numbers variables and collects relations. */
export interface Sheet {
  readonly relations: Relation[];
  readonly fresh: () => number;
  readonly count: () => number;
}

export function blankSheet(): Sheet {
  let next = 0;
  return { relations: [], fresh: () => next++, count: () => next };
}

/** Expressions by item and period; nothing where none is kept. */
export interface Ledger {
  readonly keep: (item: string, period: number, expression: Expression) => void;
  readonly at: (item: string, period: number) => Expression;
}

export function ledger(): Ledger {
  const entries = new Map<string, Expression>();
  return {
    keep: (item, period, expression) => {
      entries.set(`${period} ${item}`, expression);
    },
    at: (item, period) => entries.get(`${period} ${item}`) ?? NOTHING,
  };
}
