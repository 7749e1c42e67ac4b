import type { Io } from './io.ts';

/**
 * Runs work that a first Ctrl-C asks to stop, through index 0 of shared memory, and that a second one gives up:
 * the result is then undefined and the work is left to itself.
 * `asked` is called once, after the first one; `left` then tells what is left of the work, for the sentence that it is told to say.
 */
export async function interruptible<Result>(
  io: Pick<Io, 'onInterrupt'>,
  asked: (line: string) => void,
  left: () => string,
  work: (stop: Int32Array) => Promise<Result>,
): Promise<Result | undefined> {
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  let giveUp = (): void => {};
  const givenUp = new Promise<undefined>((resolve) => {
    giveUp = () => resolve(undefined);
  });
  const release = io.onInterrupt(() => {
    if (Atomics.exchange(stop, 0, 1) === 1) return giveUp();
    asked(`Stopping; ${left()}. Ctrl-C again quits at once.`);
  });
  try {
    return await Promise.race([work(stop), givenUp]);
  } finally {
    release();
  }
}
