/** What a Worker's bundle makes of a WebAssembly file. */
declare module '*.wasm' {
  const compiled: WebAssembly.Module;
  export default compiled;
}

/** The WebAssembly file of the package `highs`. */
declare module 'highs/runtime' {
  const compiled: WebAssembly.Module;
  export default compiled;
}
