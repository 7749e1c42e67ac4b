import { describe, expect, test } from 'vitest';
import { forgetIdempotencyKeys } from '../../../db/repositories/idempotency-keys.ts';
import { PLACES, storeOf, surroundingsOf } from '../../support/storage.ts';

const PATIENCE = 60_000;

describe.each(PLACES)('an Idempotency-Key %s', (_, open) => {
  async function desk() {
    const { clock, surroundings } = surroundingsOf('keys');
    const database = await open();
    const { store } = await storeOf(database, 'Werf', surroundings);
    const begin = (key: string, body: string) => store.idempotency.begin(key, body, PATIENCE);
    const { finish, forget } = store.idempotency;
    return { clock, database, begin, finish, forget };
  }

  test('lets one of several equal requests through and gives the others its answer', async () => {
    const { begin, finish } = await desk();
    const all = await Promise.all(['b', 'b', 'b'].map((body) => begin('k', body)));
    expect(all.map(({ is }) => is).toSorted()).toEqual(['fresh', 'in-progress', 'in-progress']);
    await finish('k', { status: 202, response: '{"job":"j"}' });
    expect(await begin('k', 'b')).toEqual({ is: 'kept', status: 202, response: '{"job":"j"}' });
  });

  test('belongs to one body', async () => {
    const { begin, finish } = await desk();
    await begin('k', 'b');
    expect(await begin('k', 'c')).toEqual({ is: 'other-body' });
    await finish('k', { status: 200, response: '' });
    expect(await begin('k', 'c')).toEqual({ is: 'other-body' });
  });

  test('lets another through when the first was never answered', async () => {
    const { clock, begin } = await desk();
    await begin('k', 'b');
    clock.now += PATIENCE - 1;
    expect(await begin('k', 'b')).toEqual({ is: 'in-progress' });
    clock.now += 1;
    expect([await begin('k', 'b'), await begin('k', 'b')]).toEqual([{ is: 'fresh' }, { is: 'in-progress' }]);
  });

  test('is free again when its request came to nothing; an answer that is kept stays', async () => {
    const { begin, finish, forget } = await desk();
    await begin('k', 'b');
    await forget('k');
    expect(await begin('k', 'c')).toEqual({ is: 'fresh' });
    await finish('k', { status: 200, response: '' });
    await forget('k');
    expect(await begin('k', 'c')).toEqual({ is: 'kept', status: 200, response: '' });
  });

  test('is forgotten when it is old', async () => {
    const { clock, database, begin, finish } = await desk();
    await begin('k', 'b');
    await finish('k', { status: 200, response: '' });
    expect(await forgetIdempotencyKeys(database, clock.now)).toBe(0);
    expect(await forgetIdempotencyKeys(database, clock.now + 1)).toBe(1);
    expect(await begin('k', 'c')).toEqual({ is: 'fresh' });
  });
});
