import document from '../../scenarios/examples/tiny/expected/document.json' with { type: 'json' };

/** A whole scenario to copy, small enough to be worked out by hand: the example `tiny`. */
export const DEMO_SCENARIO = document;

/** Its suppliers as a registry. */
export const DEMO_REGISTRY = {
  ...{ suppliers: document.suppliers, capacity: document.capacity, certificates: document.certificates },
  expansions: document.expansions,
};

const [first] = document.suppliers;
const ofFirst = (row: { readonly supplier: string }): boolean => row.supplier === first?.supplier;

/** One of its suppliers with its rows. */
export const DEMO_ENTRY = {
  supplier: first,
  ...{ capacity: document.capacity.filter(ofFirst), certificates: document.certificates.filter(ofFirst) },
  expansions: [],
};

/** A what-if on it. */
export const DEMO_PATCH = [
  { op: 'replace', path: '/programmes/0/demand/multiplier', value: 3 },
  { op: 'add', path: '/rules/-', value: { rule: 'exclude', suppliers: ['S3'] } },
];
