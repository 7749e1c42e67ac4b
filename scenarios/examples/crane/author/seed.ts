import { streamsOf } from '../../../registry/random.ts';

/** Every stream of numbers that this example draws from. */
export const stream = streamsOf(20260101);
