import { table } from './table.ts';

/**
 * Kinds of firm: their weight among firms near Defence (A, B) and among the others, and the processes that go together
 * there, as `process share`: the share of such firms that has it. All shares are assumptions, none is from a register.
 */
export const FAMILIES = table(`
family      | near | far | sbi   | activities                               | processes
integrator  | 14   | 7   | 28.22 | Assembly and test of machines            | mechanical assembly 1, test .85, electronics assembly .3, cable harness .35, hydraulics assembly .35, welding .25
welding     | 24   | 19  | 25.11 | Welded structures                        | welding 1, large milling .5, sheet metal .35, milling .3, surface treatment .2, mechanical assembly .25, tube bending .2, heavy pressing .2, test .1
machining   | 24   | 28  | 25.62 | Machining of metal parts                 | milling 1, turning .8, 5-axis milling .3, grinding .28, large milling .06, honing .1, gear cutting .2, mechanical assembly .12, heat treatment .03
sheet metal | 12   | 16  | 25.50 | Cutting, bending and joining of sheet    | sheet metal 1, welding .6, surface treatment .3, milling .2, mechanical assembly .12, tube bending .15, heavy pressing .15
coating     | 3    | 6   | 25.61 | Blasting, painting and plating           | surface treatment 1, heat treatment .07
hardening   | 3    | 3   | 25.61 | Heat treatment of metals                 | heat treatment 1, surface treatment .2
electronics | 12   | 8   | 26.12 | Electronics assembly                     | electronics assembly 1, test .75, cable harness .55, mechanical assembly .2
harness     | 3    | 4   | 27.32 | Cable harnesses                          | cable harness 1, electronics assembly .3, test .4
hydraulics  | 4    | 4   | 28.12 | Hydraulic cylinders and systems          | hydraulics assembly 1, test .85, honing .7, turning .7, tube bending .5, welding .6, grinding .3, mechanical assembly .25
forming     | 1    | 5   | 24.5  | Casting, forging, additive and composite | casting .4, forging .25, additive .3, composites .25, milling .25
`);

/** The family of that name. */
export const familyOf = (name: string): Record<string, string> => FAMILIES.find((row) => row['family'] === name)!;
