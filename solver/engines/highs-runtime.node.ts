import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Highs, instantiateHighs, type MemoryRoom } from './highs-instance.ts';

/**
 * Loads HiGHS on Node with its WebAssembly compiled once per process: each call still gives a fresh instance with its own memory, in
 * milliseconds.
 */
export function createHighsLoader(): (room?: MemoryRoom) => Promise<Highs> {
  let compiled: Promise<WebAssembly.Module> | undefined;
  return async (room) => {
    compiled ??= readFile(createRequire(import.meta.url).resolve('highs/runtime')).then((bytes) =>
      WebAssembly.compile(bytes),
    );
    return instantiateHighs({ runtime: await compiled }, room);
  };
}
