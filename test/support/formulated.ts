import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { formulate } from '../../solver/formulate.ts';
import type { LinearModel } from '../../solver/model/linear-model.ts';
import { aims } from '../../solver/objectives/index.ts';
import { planningProblem } from '../../solver/problem.ts';

/** The model of a scenario, for its last aim. */
export const modelOf = (scenario: Scenario): LinearModel => formulate(planningProblem(scenario), aims.at(-1)!).model;

/** One row of the model of a scenario: its coefficients by column, and its bounds. Fails when there is no such row. */
export function rowOf(scenario: Scenario, name: string) {
  const model = modelOf(scenario);
  const row = model.rows.indexOf(name);
  if (row < 0) throw new Error(`no row ${name}`);
  const terms: Record<string, number> = {};
  for (let at = model.starts[row]!; at < model.starts[row + 1]!; at++) {
    terms[model.columns[model.indices[at]!]!] = model.values[at]!;
  }
  // A bound of −0 is one of 0.
  return { terms, lower: model.rowLower[row]! + 0, upper: model.rowUpper[row]! + 0 };
}

/** Names of the rows that start so, in the order in which they are written. */
export const rowsOf = (scenario: Scenario, start: string): readonly string[] =>
  modelOf(scenario).rows.filter((name) => name.startsWith(start));

/** The rows whose name starts with `rows` that a point breaks by more than 1e-9; columns that are not named are 0. */
export function brokenRows(
  scenario: Scenario,
  rows: string,
  point: Readonly<Record<string, number>>,
): readonly string[] {
  const model = modelOf(scenario);
  const values = model.columns.map((name) => point[name] ?? 0);
  for (const name of Object.keys(point)) if (!model.columns.includes(name)) throw new Error(`no column ${name}`);
  const concerned = model.rows.filter((name) => name.startsWith(rows));
  if (concerned.length === 0) throw new Error(`no row ${rows}`);
  return concerned.filter((name) => {
    const row = model.rows.indexOf(name);
    let activity = 0;
    for (let at = model.starts[row]!; at < model.starts[row + 1]!; at++) {
      activity += model.values[at]! * values[model.indices[at]!]!;
    }
    return activity < model.rowLower[row]! - 1e-9 || activity > model.rowUpper[row]! + 1e-9;
  });
}

/** The value of an aim at a point. */
export function aimValue(
  scenario: Scenario,
  aim: 'shortfall' | 'cost',
  point: Readonly<Record<string, number>>,
): number {
  const objective = aims.find(({ name }) => name === aim)!;
  const { model } = formulate(planningProblem(scenario), objective);
  return model.columns.reduce((sum, name, column) => sum + model.cost[column]! * (point[name] ?? 0), model.offset);
}
