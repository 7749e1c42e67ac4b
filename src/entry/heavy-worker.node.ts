import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { workerData } from 'piscina';
import { openDatabase } from '../../db/client.ts';
import { type Contents, contentsOf } from '../../db/contents.ts';
import { faultCode } from '../../db/fault.ts';
import type { HeavyAnswer, HeavyTask } from '../jobs/thread-heavy.node.ts';
import { callHeavy } from '../services/heavy.ts';
import type { DatabasePlace } from '../services/ports.ts';

const waiting = { now: Date.now, chance: Math.random, sleep, patience: 10_000 };
let contents: Contents | undefined;

async function open(): Promise<Contents> {
  const database = await openDatabase(workerData as DatabasePlace, waiting);
  return contentsOf(database, { now: Date.now, randomBytes });
}

/** The body of a thread for heavy services: one call at a time, whole. */
export default async function answer({ organisation, ...call }: HeavyTask): Promise<HeavyAnswer> {
  try {
    contents ??= await open();
    return { ok: true, value: await callHeavy(call, contents.storeOf(organisation)) };
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    return { ok: false, message, stack, code: faultCode(error) };
  }
}
