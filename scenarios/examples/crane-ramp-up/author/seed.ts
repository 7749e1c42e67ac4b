import { streamsOf } from '../../../registry/random.ts';

/** What this example draws beside what `crane` has. */
export const stream = streamsOf(20260401);
