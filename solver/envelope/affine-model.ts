import type { LinearModel } from '../model/linear-model.ts';
import { createModelBuilder, type ModelBuilder, type Term } from '../model/model-builder.ts';

/** A model that was written for one multiple of demand. */
export interface Sample {
  readonly multiple: number;
  readonly model: LinearModel;
}

/** A row that has the multiple as a column, and columns that follow demand: `column = slope·θ + constant`. */
export interface Following {
  readonly column: number;
  readonly slope: number;
  readonly constant: number;
}

/** The model over its own columns, then θ, then a product θ·a for each whole-number column that a factor with θ stands at. */
export interface AffineModel {
  /** Minimises −θ. */
  readonly model: LinearModel;
  /** Column of θ. */
  readonly multiple: number;
  /** Rows whose figures do not grow evenly with θ: they hold at their loosest, so that the optimum is a bound. */
  readonly loosened: readonly string[];
}

const RELATIVE = 1e-7;

/** A figure at three multiples, read as constant + slope·θ; `even` where the third agrees. */
interface Figure {
  readonly constant: number;
  readonly slope: number;
  readonly even: boolean;
  readonly least: number;
  readonly most: number;
}

type Three<Value> = readonly [Value, Value, Value];

function figureOf(values: Three<number>, at: Three<number>): Figure {
  const [low, middle, high] = values;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (low === high && low === middle) return { constant: low, slope: 0, even: true, least, most };
  const slope = (high - low) / (at[2] - at[0]);
  const room = RELATIVE * Math.max(Math.abs(low), Math.abs(high));
  const raw = high - slope * at[2];
  const constant = Math.abs(raw) <= room ? 0 : raw;
  const even = Math.abs(constant + slope * at[1] - middle) <= room;
  return { constant, slope, even, least, most };
}

/**
 * One model with the multiple of demand as a column θ, from the same model written for three multiples (ascending, above 0; θ is at
 * most the last). Right-hand sides grow with θ; a factor that does so at a binary column a becomes that factor times ρ = θ·a, which
 * θ̄·a, θ and θ − θ̄·(1 − a) bound exactly (McCormick, Mathematical Programming 10, 1976). What does not grow evenly, and what
 * `switches` names (largest figures that only switch something on), is kept at its loosest.
 */
export function affineModel(
  samples: Three<Sample>,
  following: readonly Following[],
  switches: (row: string) => boolean,
): AffineModel {
  const [first, , last] = samples;
  const { model } = last;
  if (samples.some((sample) => sample.model.columns.length !== model.columns.length))
    throw new Error('the columns of a scenario changed with its demand');
  const builder = createModelBuilder();
  const followed = new Set(following.map(({ column }) => column));
  model.columns.forEach((name, column) => {
    const lower = Math.min(first.model.colLower[column]!, model.colLower[column]!);
    const upper = followed.has(column)
      ? Number.POSITIVE_INFINITY
      : Math.max(first.model.colUpper[column]!, model.colUpper[column]!);
    builder.column(name, { lower, upper, integer: model.integer[column] === 1 });
  });
  const multiple = builder.column('multiple', { upper: last.multiple });
  for (const { column, slope, constant } of following) {
    const terms = [
      { column, value: 1 },
      { column: multiple, value: -slope },
    ];
    builder.row(`asked|${model.columns[column]}`, terms, { lower: constant, upper: constant });
  }
  const loosened = writeRows(samples, builder, { multiple, most: last.multiple, switches });
  return { model: builder.build([{ column: multiple, value: -1 }]), multiple, loosened };
}

interface Writing {
  readonly multiple: number;
  readonly most: number;
  readonly switches: (row: string) => boolean;
}

function writeRows(samples: Three<Sample>, builder: ModelBuilder, writing: Writing): readonly string[] {
  const { model } = samples[2];
  const rowsOf = samples.map((sample) => new Map(sample.model.rows.map((name, row) => [name, row])));
  const at: Three<number> = [samples[0].multiple, samples[1].multiple, samples[2].multiple];
  const productOf = productsIn(builder, writing);
  const loosened: string[] = [];
  model.rows.forEach((name) => {
    const rows = rowsOf.map((known) => known.get(name));
    if (rows.some((row) => row === undefined)) {
      loosened.push(name);
      return;
    }
    const figures = rowFigures(samples, [rows[0]!, rows[1]!, rows[2]!], at);
    if (!writing.switches(name) && isEven(figures, model)) writeEven(name, figures, builder, writing, productOf);
    else {
      if (!writing.switches(name)) loosened.push(name);
      writeLoosest(name, figures, builder, model);
    }
  });
  return loosened;
}

interface RowFigures {
  readonly terms: readonly { readonly column: number; readonly figure: Figure }[];
  readonly lower: Figure;
  readonly upper: Figure;
}

function rowFigures(samples: Three<Sample>, rows: Three<number>, at: Three<number>): RowFigures {
  const values = new Map<number, [number, number, number]>();
  samples.forEach(({ model }, sample) => {
    for (let term = model.starts[rows[sample]!]!; term < model.starts[rows[sample]! + 1]!; term++) {
      const column = model.indices[term]!;
      const own = values.get(column) ?? [0, 0, 0];
      own[sample] = model.values[term]!;
      values.set(column, own);
    }
  });
  const side = (of: (model: LinearModel) => Float64Array): Figure => {
    const [low, middle, high] = samples.map(({ model }, sample) => of(model)[rows[sample]!]!);
    return figureOf([low!, middle!, high!], at);
  };
  return {
    terms: [...values].map(([column, own]) => ({ column, figure: figureOf(own, at) })),
    lower: side((model) => model.rowLower),
    upper: side((model) => model.rowUpper),
  };
}

/** True where the row can be written exactly: every figure grows evenly, and factors that grow stand at binary columns. */
const isEven = ({ terms, lower, upper }: RowFigures, { integer, colUpper, colLower }: LinearModel): boolean =>
  lower.even &&
  upper.even &&
  terms.every(({ column, figure }) => {
    const binary = integer[column] === 1 && colUpper[column]! <= 1 && colLower[column]! >= 0;
    return figure.even && (figure.slope === 0 || binary);
  });

function writeEven(
  name: string,
  { terms, lower, upper }: RowFigures,
  builder: ModelBuilder,
  { multiple }: Writing,
  productOf: (column: number) => number,
): void {
  const own = terms.flatMap(({ column, figure }): readonly Term[] => [
    { column, value: figure.constant },
    ...(figure.slope === 0 ? [] : [{ column: productOf(column), value: figure.slope }]),
  ]);
  const sided = ({ slope }: Figure): readonly Term[] => [...own, { column: multiple, value: -slope }];
  const both = Number.isFinite(lower.constant) && Number.isFinite(upper.constant);
  if (both && lower.slope === upper.slope) {
    builder.row(name, sided(lower), { lower: lower.constant, upper: upper.constant });
    return;
  }
  if (Number.isFinite(upper.constant)) builder.row(name, sided(upper), { upper: upper.constant });
  if (Number.isFinite(lower.constant)) builder.row(name, sided(lower), { lower: lower.constant });
}

/** Each side at the figures that ask least of columns that cannot be negative. */
function writeLoosest(name: string, { terms, lower, upper }: RowFigures, builder: ModelBuilder, model: LinearModel) {
  if (terms.some(({ column, figure }) => figure.least !== figure.most && model.colLower[column]! < 0)) return;
  const at = (pick: (figure: Figure) => number) => terms.map(({ column, figure }) => ({ column, value: pick(figure) }));
  if (Number.isFinite(upper.most))
    builder.row(
      name,
      at(({ least }) => least),
      { upper: upper.most },
    );
  if (Number.isFinite(lower.least))
    builder.row(
      name,
      at(({ most }) => most),
      { lower: lower.least },
    );
}

/** ρ = θ·a of a binary column a, made when it is first asked for. */
function productsIn(builder: ModelBuilder, { multiple, most }: Writing): (column: number) => number {
  const known = new Map<number, number>();
  return (column) => {
    const before = known.get(column);
    if (before !== undefined) return before;
    const product = builder.column(`product|${column}`, { upper: most });
    known.set(column, product);
    const own = { column: product, value: 1 };
    const whole = { column: multiple, value: -1 };
    builder.row(`product|${column}|off`, [own, { column, value: -most }], { upper: 0 });
    builder.row(`product|${column}|most`, [own, whole], { upper: 0 });
    builder.row(`product|${column}|on`, [own, whole, { column, value: -most }], { lower: -most });
    return product;
  };
}
