import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../db/client.ts';
import { faultWords } from '../../db/fault.ts';
import { createStore } from '../../db/store.ts';
import { firm } from '../support/storage-samples.ts';

/** Another process that writes to a database of a test, and says on stdout, line by line, what it was promised. */
const [task, url = '', organisation = '', registry = '', wanted = '0'] = process.argv.slice(2);
const surroundings = { now: Date.now, randomBytes: (size: number) => crypto.getRandomValues(new Uint8Array(size)) };
const waiting = { now: Date.now, chance: Math.random, sleep, patience: 30_000 };
const { suppliers } = createStore(await openDatabase({ url }, waiting), organisation, surroundings);
const say = (text: string): void => {
  writeSync(1, `${text}\n`);
};

/** Adds 1 to a figure of a supplier so many times, each time from what it read. */
async function count(times: number): Promise<void> {
  let conflicts = 0;
  for (let done = 0; done < times; ) {
    const read = await suppliers.get(registry, 'S1');
    if (read === undefined) throw new Error('S1 is gone');
    const { supplier } = read.entry;
    const entry = { ...read.entry, supplier: { ...supplier, onboardingCost: supplier.onboardingCost + 1 } };
    await sleep(Math.random() * 3);
    const put = await suppliers.put(registry, entry, read.version);
    if (put.ok) done += 1;
    else conflicts += 1;
  }
  say(`${conflicts} conflicts`);
}

/** Replaces all suppliers again and again; each time all of them carry the number of the import as their name. */
async function replace(): Promise<void> {
  for (let number = Number(wanted); ; number++) {
    const before = await suppliers.all(registry);
    if (before === undefined) throw new Error('the registry is gone');
    const entries = Array.from({ length: 300 }, (_, at) => firm(`S${at}`, { name: String(number) }));
    const put = await suppliers.replaceAll(registry, entries, before.version);
    if (!put.ok) throw new Error(put.reason);
    say(String(number));
  }
}

/** Holds the database open without doing anything. */
async function hold(): Promise<void> {
  say('open');
  await sleep(600_000);
}

try {
  await { count: () => count(Number(wanted)), replace, hold }[task as 'count' | 'replace' | 'hold']();
} catch (error) {
  say(`fault: ${faultWords(error) ?? String(error)}`);
  process.exitCode = 1;
}
