import type { LinearModel } from '../model/linear-model.ts';

/** A model as it crosses to a thread: thousands of names cost time on the way, and no engine reads them. */
export type NamelessModel = Omit<LinearModel, 'columns' | 'rows'>;

/** The model without its names, which it keeps. */
export function namesLeftOut({ columns: _columns, rows: _rows, ...nameless }: LinearModel): NamelessModel {
  return nameless;
}

/** The same as a model whose names are empty. */
export const withEmptyNames = (model: NamelessModel): LinearModel => ({
  ...model,
  columns: new Array<string>(model.cost.length).fill(''),
  rows: new Array<string>(model.rowLower.length).fill(''),
});
