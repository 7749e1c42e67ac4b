import { cost } from './cost.ts';
import type { Objective } from './objective.ts';
import { shortfall } from './shortfall.ts';

/** The aims in their order. */
export const aims: readonly Objective[] = [shortfall, cost];
