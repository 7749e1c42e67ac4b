import { type Component, componentsOf } from './components.ts';
import type { LinearModel } from './linear-model.ts';
import { extracted } from './submodel.ts';

/** A part of a model that can be solved apart. */
export interface Part extends Component {
  readonly model: LinearModel;
}

/** A model in parts: their values together with those of the columns that stand are the model's, their objectives add up to its own. */
export interface Parted {
  readonly parts: readonly Part[];
  /** By column: its value where its bounds fix it. */
  readonly standing: Float64Array;
}

/**
 * The parts of a model, each of one or more components and of at least so many terms, as even as may be; undefined where it does not fall
 * apart. The offset is shared out among the parts by their terms, so that a relative gap means about the same for each as for the whole.
 */
export function partsOf(model: LinearModel, leastTerms: number): Parted | undefined {
  const components = componentsOf(model);
  const termsOf = ({ columns, rows }: Component) =>
    rows.reduce((sum, row) => sum + model.starts[row + 1]! - model.starts[row]!, columns.length);
  const sized = components.map((component): Sized => ({ component, terms: termsOf(component) }));
  const all = sized.reduce((sum, { terms }) => sum + terms, 0);
  let bins = binned(sized, Math.min(MOST_PARTS, components.length, Math.floor(all / leastTerms)));
  while (bins.length > 1 && bins.some(({ terms }) => terms < leastTerms)) bins = binned(sized, bins.length - 1);
  if (bins.length < 2) return undefined;
  const standing = Float64Array.from(model.colLower, (lower, column) => (lower === model.colUpper[column] ? lower : 0));
  return {
    parts: bins.map(({ components: own, terms }) => {
      const columns = ascending(own.flatMap((component) => component.columns));
      const rows = ascending(own.flatMap((component) => component.rows));
      const part = extracted(model, columns, rows, standing);
      return { columns, rows, model: { ...part, offset: (part.offset * terms) / all } };
    }),
    standing,
  };
}

interface Sized {
  readonly component: Component;
  readonly terms: number;
}

/** Components in so many bins, the largest first, each into the one with the fewest terms. */
function binned(sized: readonly Sized[], number: number) {
  const bins = Array.from({ length: number }, () => ({ components: [] as Component[], terms: 0 }));
  for (const { component, terms } of number < 2 ? [] : [...sized].sort((left, right) => right.terms - left.terms)) {
    const emptiest = bins.reduce((least, bin) => (bin.terms < least.terms ? bin : least));
    emptiest.components.push(component);
    emptiest.terms += terms;
  }
  return bins;
}

/** More parts than this are not worth the solves. */
const MOST_PARTS = 8;

const ascending = (numbers: readonly number[]): readonly number[] => [...numbers].sort((left, right) => left - right);
