/** The text of the answer, as the command line prints it; or why there is none. */
export type WhatIfAnswer = { readonly ok: true; readonly text: string } | Refused;

/** Why a question has no answer. */
export interface Refused {
  readonly ok: false;
  /** unknown: of no such name; empty: there is nothing to tell; input: the question does not fit; busy: not here or not now. */
  readonly reason: 'unknown' | 'empty' | 'input' | 'busy';
  readonly message: string;
  /** Of the body, where the question does not fit. */
  readonly pointer?: string;
}

/** Why a question has no answer; `pointer` into the body, where the question does not fit. */
export const refusal = (reason: Refused['reason'], message: string, pointer?: string): Refused => ({
  ok: false,
  reason,
  message,
  ...(pointer !== undefined && { pointer }),
});
