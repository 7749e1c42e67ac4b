import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Child, end, newToken, startNode } from './child.ts';
import { journey } from './journey.ts';
import type { Place } from './place.ts';

let folder: string;
let child: Child;
let place: Place;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gilde-e2e-'));
  const database = ['--database', join(folder, 'gilde.db')];
  const [token, otherToken] = [newToken(database, 'Werf'), newToken(database, 'Elders')];
  child = await startNode(...database);
  place = { base: child.base, token, otherToken };
});
afterAll(async () => {
  await end(child);
  await rm(folder, { recursive: true, force: true });
});

journey('Node', () => place);

test('Node: asked to end, the service ends with what it was at work on given back', async () => {
  await end(child);
  expect(child.process.exitCode).toBe(0);
});
