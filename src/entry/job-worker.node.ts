import { setPriority } from 'node:os';

// Linux has a priority for each thread, which those that it starts take over: answering requests comes before solving, and before
// loading what solves.
if (process.platform === 'linux') setPriority(10);

const { default: solve } = await import('./job-thread.node.ts');

export default solve;
