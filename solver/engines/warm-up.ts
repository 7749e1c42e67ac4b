import type { LinearModel } from '../model/linear-model.ts';
import { createModelBuilder } from '../model/model-builder.ts';

const COLUMNS = 40;

/** A cover of forty sites: solved in a tenth of a second, it runs what a search for whole numbers runs, so that its code is compiled. */
export function warmUp(): LinearModel {
  const builder = createModelBuilder();
  const columns = Array.from({ length: COLUMNS }, (_, at) => builder.column(`site${at}`, { upper: 1, integer: true }));
  for (const one of columns)
    for (const other of columns)
      if (one < other && (one * 7 + other * 13) % 5 === 0)
        builder.row(
          `${one}-${other}`,
          [one, other].map((column) => ({ column, value: 1 })),
          { lower: 1 },
        );
  return builder.build(columns.map((column) => ({ column, value: 10 + ((column * 37) % 11) })));
}
