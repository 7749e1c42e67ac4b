import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import highsLoader from 'highs';

/**
 * Loads HiGHS on Node with its WebAssembly compiled once per process: each call still gives a fresh instance with its own memory, in
 * milliseconds. `instantiateWasm` is Emscripten's hook for that; the package's types leave it out.
 */
export function createHighsLoader(): () => ReturnType<typeof highsLoader> {
  let compiled: Promise<WebAssembly.Module> | undefined;
  return async () => {
    compiled ??= readFile(createRequire(import.meta.url).resolve('highs/runtime')).then((bytes) =>
      WebAssembly.compile(bytes),
    );
    const module = await compiled;
    const options = {
      instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) {
        done(new WebAssembly.Instance(module, imports));
        return {};
      },
    };
    return highsLoader(options as Parameters<typeof highsLoader>[0]);
  };
}
