import { createHighsEngine } from '../../solver/engines/highs.ts';
import { createHighsLoader } from '../../solver/engines/highs-runtime.node.ts';

const load = createHighsLoader();
const loaded = load();

/** HiGHS in this thread, each solve with a fresh memory of code that is compiled once. */
export const highsOfTests = createHighsEngine(load);
/** HiGHS in this thread with one memory for all models, so for small ones: it never shrinks. */
export const engineOfTests = createHighsEngine(() => loaded);
