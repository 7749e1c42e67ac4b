import { streamsOf } from '../../../registry/random.ts';

/** What the firms of this example are drawn from. */
export const SEED = 20_260_701;

/** Every stream of numbers that this example draws beside its firms. */
export const stream = streamsOf(SEED);
