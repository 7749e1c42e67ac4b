import { describe, expect, test } from 'vitest';
import { interruptible } from '../../../../src/cli/terminal/interrupt.ts';
import type { Engine } from '../../../../src/services/ports.ts';
import { highsOfTests as highs } from '../../../support/highs.ts';
import { workplace } from '../support/folder.ts';
import { run } from '../support/run.ts';

/** A keyboard on which a test presses Ctrl-C. */
function keyboard() {
  const handlers = new Set<() => void>();
  return {
    handlers,
    press: () => handlers.forEach((handler) => void handler()),
    onInterrupt: (handler: () => void) => {
      handlers.add(handler);
      return () => void handlers.delete(handler);
    },
  };
}

describe('Ctrl-C', () => {
  test('once asks the work to stop, through memory that another thread sees, and waits for its result', async () => {
    const { press, onInterrupt, handlers } = keyboard();
    const said: string[] = [];
    const result = await interruptible(
      { onInterrupt },
      (line) => said.push(line),
      () => 'three plans are kept',
      async (stop) => {
        expect(stop.buffer).toBeInstanceOf(SharedArrayBuffer);
        expect(Atomics.load(stop, 0)).toBe(0);
        press();
        return Atomics.load(stop, 0);
      },
    );
    expect(result).toBe(1);
    expect(said).toEqual(['Stopping; three plans are kept. Ctrl-C again quits at once.']);
    expect(handlers.size).toBe(0);
  });

  test('twice does not wait for the work', async () => {
    const { press, onInterrupt } = keyboard();
    const result = interruptible(
      { onInterrupt },
      () => {},
      () => '',
      () => new Promise<string>(() => {}),
    );
    press();
    press();
    expect(await result).toBeUndefined();
  });

  test('during the first solve says that there is no plan yet', async () => {
    const { press, onInterrupt } = keyboard();
    const solve: Engine['solve'] = async (model, limits, hooks, start) => {
      if (hooks?.stop?.[0] === 0) press();
      return highs.solve(model, limits, hooks, start);
    };
    const ran = await run(['plan', 'tiny'], {
      cwd: await workplace(),
      engine: async () => ({ ...highs, solve }),
      onInterrupt,
    });
    expect(ran.stderr).toMatch(/^Stopping; no plan has been found yet\. Ctrl-C again quits at once\./);
  });

  test('during a solve keeps the best plan, and the plan says that it was stopped by hand', async () => {
    const { press, onInterrupt } = keyboard();
    const solve: Engine['solve'] = async (model, limits, hooks) => {
      if (hooks?.stop?.[0] === 0 && model.rows.includes('aim|shortfall')) press();
      const outcome = await highs.solve(model, limits);
      if (outcome.status !== 'optimal' || hooks?.stop?.[0] !== 1) return outcome;
      return { ...outcome, status: 'feasible', limit: 'interrupt' };
    };
    const ran = await run(['plan', 'tiny'], {
      cwd: await workplace(),
      engine: async () => ({ ...highs, solve }),
      onInterrupt,
    });
    expect(ran.code).toBe(0);
    expect(ran.stdout.replaceAll('\n', ' ')).toContain('(stopped by hand).');
    expect(ran.stderr).toMatch(/^Stopping; the best plan so far is kept\./);
  });

  test('during a solve turns the moving line into one that is finishing', async () => {
    const { press, onInterrupt } = keyboard();
    const solve: Engine['solve'] = async (model, limits, hooks) => {
      if (hooks?.stop?.[0] === 0 && model.rows.includes('aim|shortfall')) press();
      return highs.solve(model, limits);
    };
    const ran = await run(['plan', 'tiny'], {
      cwd: await workplace(),
      columns: 80,
      engine: async () => ({ ...highs, solve }),
      onInterrupt,
    });
    const [before, after] = ran.stderr.split('Stopping; the best plan so far is kept.');
    expect(before).toContain('of 30 s');
    expect(after).toContain('finishing  ');
    expect(after).not.toContain('of 30 s');
  });

  test('twice during a solve ends with 130 and tells no plan', async () => {
    const { press, onInterrupt } = keyboard();
    const engine = async () => ({
      ...highs,
      solve: () => {
        press();
        press();
        return new Promise<never>(() => {});
      },
    });
    const ran = await run(['plan', 'tiny'], { cwd: await workplace(), engine, onInterrupt });
    expect(ran).toMatchObject({ code: 130, stdout: '' });
  });
});
