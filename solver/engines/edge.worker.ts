import runtime from 'highs/runtime';
import { createBoundedHighs, EDGE_BOUNDS, type HighsBounds } from './bounded-highs.ts';
import type { Engine } from './engine.ts';
import callback from './highs-callback.wasm';
import { instantiateHighs } from './highs-instance.ts';

/** HiGHS in a Worker, where its code is compiled before it is deployed: both modules are `CompiledWasm` in wrangler.toml. */
export const createEdgeEngine = (bounds: HighsBounds = EDGE_BOUNDS): Engine =>
  createBoundedHighs((room) => instantiateHighs({ runtime, callback }, room), bounds);
