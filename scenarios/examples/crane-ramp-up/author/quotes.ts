import { whole } from '../../../registry/random.ts';
import { csv } from '../../../wire/csv/write-csv.ts';
import { CRANE } from '../../crane/author/crane.ts';
import { COLUMNS, QUOTES } from '../../crane/author/quotes.ts';
import { stream } from './seed.ts';

/** Of the quotes that `crane` has, one in eight asks for orders of at least the parts of two to five cranes. */
export const quotesCsv = (): string =>
  csv(
    [...COLUMNS, 'minimumOrder'],
    QUOTES.map((quote) => {
      const draw = stream('order', quote.supplier, quote.item);
      const minimumOrder = draw() < 0.125 ? whole(draw, 2, 5) * CRANE.usage(quote.item) : undefined;
      return { ...quote, minimumOrder };
    }),
  );
