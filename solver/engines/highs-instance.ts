import highsLoader from 'highs';

/** HiGHS with a memory of its own. */
export type Highs = Awaited<ReturnType<typeof highsLoader>>;

/** The compiled code of HiGHS. */
export interface HighsCode {
  /** The package's `highs/runtime`. */
  readonly runtime: WebAssembly.Module;
  /** `highs-callback.wasm`, where the platform forbids to compile at run time: without it a solve with callbacks fails there. */
  readonly callback?: WebAssembly.Module;
}

/** The WebAssembly memory of an instance, in bytes; never smaller than at its start, some 20 MiB. */
export interface MemoryRoom {
  readonly most: number;
  /** Told of each growth that HiGHS asks for: to how many bytes, and whether there was room for it. */
  readonly asked: (bytes: number, granted: boolean) => void;
}

/**
 * A fresh instance of compiled code, in milliseconds. `instantiateWasm` is Emscripten's hook for that; the package's types leave it out.
 * What the glue code does with the exported memory and table goes through stand-ins, which limit the one and make the other take
 * functions of JavaScript where `addFunction` could not wrap them.
 */
export function instantiateHighs(code: HighsCode, room?: MemoryRoom): Promise<Highs> {
  const options = {
    instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) {
      const { exports } = new WebAssembly.Instance(code.runtime, imports);
      const parts = Object.entries(exports).map(([name, part]) => [name, standIn(part)]);
      done({ exports: Object.fromEntries(parts) });
      return {};
    },
  };
  const standIn = (part: WebAssembly.ExportValue) => {
    if (room && part instanceof WebAssembly.Memory) return limited(part, room);
    if (code.callback && part instanceof WebAssembly.Table) return taking(part, code.callback);
    return part;
  };
  return highsLoader(options as Parameters<typeof highsLoader>[0]);
}

const PAGE = 65_536;

/** A memory that refuses to grow beyond its room: HiGHS then aborts, which is an exception of JavaScript. */
function limited(memory: WebAssembly.Memory, { most, asked }: MemoryRoom) {
  return {
    get buffer() {
      return memory.buffer;
    },
    grow(pages: number): number {
      const bytes = memory.buffer.byteLength + pages * PAGE;
      const granted = bytes <= most;
      asked(bytes, granted);
      if (!granted) throw new RangeError(`memory beyond ${most} bytes`);
      return memory.grow(pages);
    },
  };
}

/** A table that wraps functions of JavaScript in an instance of `highs-callback.wasm`: a table holds functions of WebAssembly only. */
function taking(table: WebAssembly.Table, callback: WebAssembly.Module) {
  return {
    get length() {
      return table.length;
    },
    get: (index: number) => table.get(index),
    grow: (by: number) => table.grow(by),
    set(index: number, entry: unknown): void {
      try {
        table.set(index, entry);
      } catch (error) {
        if (!(error instanceof TypeError) || typeof entry !== 'function') throw error;
        table.set(index, new WebAssembly.Instance(callback, { e: { f: entry } }).exports['f']);
      }
    },
  };
}
