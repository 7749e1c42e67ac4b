import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { authenticate } from '../../../db/repositories/api-tokens.ts';
import { PLACES, storeOf, surroundingsOf } from '../../support/storage.ts';

const NEVER = { name: 'planner', scopes: ['plans:read'], expiresAt: null };

describe.each(PLACES)('tokens of an organisation %s', (_, open) => {
  async function office() {
    const { clock, surroundings } = surroundingsOf('tokens');
    const database = await open();
    const who = (secret: string) => authenticate(database, surroundings, secret);
    return { clock, database, who, ...(await storeOf(database, 'Werf', surroundings)) };
  }

  test('say who asks; the secret itself stands nowhere in the database', async () => {
    const { database, store, who, organisation } = await office();
    const { token, secret } = await store.tokens.issue(NEVER);
    expect(secret).toMatch(/^gilde_[0-9a-f]{64}$/);
    expect(await who(secret)).toEqual(token);
    expect(token).toMatchObject({ organisation: organisation.id, scopes: ['plans:read'], lastUsedAt: null });
    expect(await who(`${secret}0`)).toBeUndefined();
    const rows = await database.all(sql`select * from api_tokens`);
    expect(JSON.stringify(rows)).not.toContain(secret.slice(6));
  });

  test('end when they expire, or at once when they are revoked', async () => {
    const { clock, store, who } = await office();
    const hour = await store.tokens.issue({ ...NEVER, expiresAt: clock.now + 3_600_000 });
    const ever = await store.tokens.issue(NEVER);
    clock.now += 3_599_999;
    expect(await who(hour.secret)).toBeDefined();
    clock.now += 1;
    expect(await who(hour.secret)).toBeUndefined();
    expect(await who(ever.secret)).toBeDefined();
    expect([await store.tokens.revoke(ever.token.id), await store.tokens.revoke(ever.token.id)]).toEqual([true, false]);
    expect(await who(ever.secret)).toBeUndefined();
  });

  test('show when they were last used, to the minute', async () => {
    const { clock, store, who } = await office();
    const { secret } = await store.tokens.issue(NEVER);
    const used = async () => {
      const page = await store.tokens.list({ limit: 1 });
      return page.ok && page.value.items[0]?.lastUsedAt;
    };
    const first = clock.now;
    await who(secret);
    clock.now += 59_999;
    await who(secret);
    expect(await used()).toBe(first);
    clock.now += 1;
    await who(secret);
    expect(await used()).toBe(first + 60_000);
  });
});
