import type { MessagePort } from 'node:worker_threads';
import type { Store } from '../services/ports.ts';

/** A call of a store's method as it crosses between threads. */
interface StoreCall {
  readonly id: number;
  readonly noun: keyof Store;
  readonly method: string;
  readonly args: readonly unknown[];
}

interface StoreAnswer {
  readonly id: number;
  readonly value?: unknown;
  /** What went wrong, in the words of the error. */
  readonly fault?: string;
}

type Methods = Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>>;

/** Carries out the calls that come over a port; `failed` is told the error itself, which does not cross whole. */
export function serveStore(port: MessagePort, store: Store, failed: (error: unknown) => void): void {
  port.on('message', async ({ id, noun, method, args }: StoreCall) => {
    try {
      const value = await (store[noun] as unknown as Methods)[method]!(...args);
      port.postMessage({ id, value } satisfies StoreAnswer);
    } catch (error) {
      failed(error);
      port.postMessage({ id, fault: String(error) } satisfies StoreAnswer);
    }
  });
}

/** A store whose every call is carried out at the other end of a port. */
export function remoteStore(port: MessagePort): Store {
  const waiting = new Map<number, (answer: StoreAnswer) => void>();
  let asked = 0;
  port.on('message', (answer: StoreAnswer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  const ask = (noun: keyof Store, method: string, args: readonly unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++asked;
      waiting.set(id, ({ value, fault }) => (fault === undefined ? resolve(value) : reject(new Error(fault))));
      port.postMessage({ id, noun, method, args } satisfies StoreCall);
    });
  const nounOf = (noun: keyof Store) =>
    new Proxy(
      {},
      {
        get:
          (_, method: string) =>
          (...args: readonly unknown[]) =>
            ask(noun, method, args),
      },
    );
  return new Proxy({} as Store, { get: (_, noun: keyof Store) => nounOf(noun) });
}
