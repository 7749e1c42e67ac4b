/**
 * The WebAssembly module `(module (func (import "e" "f") (param i32 i32 i32 i32 i32)) (export "f" (func 0)))`: its `f` is a function of
 * WebAssembly with the signature of a HiGHS callback, which calls one of JavaScript. A table of WebAssembly holds no other functions, and
 * where code may not be made at run time this one must be there before.
 */
export const HIGHS_CALLBACK: Uint8Array = Uint8Array.of(
  ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // "\0asm", version 1
  ...[1, 9, 1, 0x60, 5, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0], // types, 9 bytes: one function of five i32 that returns nothing
  ...[2, 7, 1, 1, 0x65, 1, 0x66, 0, 0], // imports, 7 bytes: "e" "f", a function of type 0
  ...[7, 5, 1, 1, 0x66, 0, 0], // exports, 5 bytes: "f", function 0
);
