import { remoteStore } from '../jobs/remote-store.node.ts';
import type { HeavyAnswer, HeavyTask } from '../jobs/thread-heavy.node.ts';
import { callHeavy } from '../services/heavy.ts';

/** The body of a thread for heavy services: one call at a time, whole, on a store that another thread has. */
export default async function answer({ call, port }: HeavyTask): Promise<HeavyAnswer> {
  try {
    return { ok: true, value: await callHeavy(call, remoteStore(port)) };
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    return { ok: false, message, stack };
  } finally {
    port.close();
  }
}
