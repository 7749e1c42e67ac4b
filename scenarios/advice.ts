import type { InputProblem } from './domain/input-problem.ts';

/** What to do about problems that do not say so themselves, by their code. */
const ADVICE: Readonly<Record<string, string>> = {
  'bom-cycle': 'no item to be part of itself: take out one of these lines',
  'own-parent': 'another parent or another item',
  'missing-price': 'an hourlyRate of the supplier, an hourlyRate of the process in the table capacity, or a quote',
  'no-routing': 'rows in the table routing, a quote, or kind buy',
  'missing-unit-value': 'a unitValue in the table items, or a quote',
  'safety-stock': 'no safetyStock, or an item that suppliers make under policy.stock allowed',
  'missing-process': 'the process that the supplier uses',
  'not-implemented': 'a statement that can be planned already',
  'duplicate-programme': 'one programme for each product',
};

/** The problem with what is expected, where its kind has one answer to that. */
export function advised(problem: InputProblem): InputProblem {
  const expected = problem.expected ?? ADVICE[problem.code];
  return expected === undefined ? problem : { ...problem, expected };
}
