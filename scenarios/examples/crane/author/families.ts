import { table } from './table.ts';

/**
 * Kinds of firm: how many of the registry, how many of the categories A and B, and the processes that go together
 * there, as `process share`: the share of such firms that has it.
 */
export const FAMILIES = table(`
family      | count | A | B | sbi   | activities                               | processes
integrator  | 24    | 3 | 1 | 28.22 | Assembly and test of machines            | mechanical assembly 1, test .85, electronics assembly .3, cable harness .35, hydraulics assembly .35, welding .25
welding     | 50    | 3 | 5 | 25.11 | Welded structures                        | welding 1, large milling .5, sheet metal .35, milling .3, surface treatment .2, mechanical assembly .25, tube bending .2, heavy pressing .2, test .1
machining   | 78    | 3 | 5 | 25.62 | Machining of metal parts                 | milling 1, turning .8, 5-axis milling .3, grinding .28, large milling .06, honing .1, gear cutting .2, mechanical assembly .12, heat treatment .03
sheet metal | 40    | 1 | 3 | 25.50 | Cutting, bending and joining of sheet    | sheet metal 1, welding .6, surface treatment .3, milling .2, mechanical assembly .12, tube bending .15, heavy pressing .15
coating     | 15    | 0 | 1 | 25.61 | Blasting, painting and plating           | surface treatment 1, heat treatment .07
hardening   | 10    | 0 | 1 | 25.61 | Heat treatment of metals                 | heat treatment 1, surface treatment .2
electronics | 28    | 2 | 2 | 26.12 | Electronics assembly                     | electronics assembly 1, test .75, cable harness .55, mechanical assembly .2
harness     | 16    | 0 | 1 | 27.32 | Cable harnesses                          | cable harness 1, electronics assembly .3, test .4
hydraulics  | 16    | 1 | 1 | 28.12 | Hydraulic cylinders and systems          | hydraulics assembly 1, test .85, honing .7, turning .7, tube bending .5, welding .6, grinding .3, mechanical assembly .25
forming     | 23    | 0 | 0 | 24.5  | Casting, forging, additive and composite | casting .4, forging .25, additive .3, composites .25, milling .25
`);

/**
 * Per process: the usual rate in euro an hour, and how many times today's need the free hours of the whole registry
 * cover. Large welded structures and heat treatment are what the Netherlands is short of here.
 */
export const PROCESSES = table(`
process              | rate | cover
welding              | 72   | 10
large milling        | 98   | 12.5
milling              | 82   | 20
5-axis milling       | 104  | 8
turning              | 78   | 14
grinding             | 88   | 10
honing               | 90   | 8
gear cutting         | 102  | 7.5
sheet metal          | 70   | 17.5
heavy pressing       | 92   | 9
tube bending         | 74   | 9
surface treatment    | 66   | 14
heat treatment       | 95   | 6.5
cable harness        | 58   | 14
electronics assembly | 64   | 14
hydraulics assembly  | 76   | 11.5
mechanical assembly  | 68   | 29
test                 | 80   | 20
casting              | 76   |
forging              | 80   |
additive             | 96   |
composites           | 74   |
`);
