import { table } from '../../../registry/table.ts';

/** How many firms of each family there are among the 300, and how many of them are of the categories A and B. */
export const COUNTS = table(`
family      | count | A | B
integrator  | 24    | 3 | 1
welding     | 50    | 3 | 5
machining   | 78    | 3 | 5
sheet metal | 40    | 1 | 3
coating     | 15    | 0 | 1
hardening   | 10    | 0 | 1
electronics | 28    | 2 | 2
harness     | 16    | 0 | 1
hydraulics  | 16    | 1 | 1
forming     | 23    | 0 | 0
`);

/**
 * Per process, how many times today's need the free hours of all firms cover. Large welded structures and heat
 * treatment are what the Netherlands is short of here.
 */
export const COVER: ReadonlyMap<string, number> = new Map(
  Object.entries({
    welding: 10,
    'large milling': 12.5,
    milling: 20,
    '5-axis milling': 8,
    turning: 14,
    grinding: 10,
    honing: 8,
    'gear cutting': 7.5,
    'sheet metal': 17.5,
    'heavy pressing': 9,
    'tube bending': 9,
    'surface treatment': 14,
    'heat treatment': 6.5,
    'cable harness': 14,
    'electronics assembly': 14,
    'hydraulics assembly': 11.5,
    'mechanical assembly': 29,
    test: 20,
  }),
);
