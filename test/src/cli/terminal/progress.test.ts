import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../../../src/cli/format/text.ts';
import { progressText } from '../../../../src/cli/terminal/progress.ts';
import { workplace } from '../support/folder.ts';
import { run } from '../support/run.ts';

const cost = {
  aim: 'cost' as const,
  stage: 'monolithic',
  incumbent: 41_234_567,
  bound: 40_987_160,
  gap: 0.006,
  seconds: 12,
};

const moment = { last: cost, seconds: 30, limit: 60, finishing: false };
const BAR = '████████        ';

describe('the line that moves with a solve', () => {
  test('tells time, aim, incumbent, bound and gap within 80 columns', () => {
    const text = progressText(moment, 79);
    expect(text).toBe(`${BAR} 30 s of 60 s  least cost: € 41.2 m, bound € 41 m, gap 0.6 %`);
    expect(displayWidth(text)).toBeLessThan(80);
  });

  test('tells what is not known yet as such', () => {
    expect(progressText({ ...moment, last: undefined, seconds: 1 }, 79)).toBe(
      '▎                1 s of 60 s  no bound yet',
    );
    expect(progressText({ ...moment, last: undefined, seconds: 1 }, 79, '52, bound 48')).toBe(
      '▎                1 s of 60 s  52, bound 48',
    );
    const shortfall = { ...cost, aim: 'shortfall' as const, incumbent: null, bound: 1, gap: null };
    expect(progressText({ ...moment, last: shortfall, seconds: 1 }, 79)).toBe(
      '▎                1 s of 60 s  least shortfall: –, bound 1 unit',
    );
  });

  test.each([
    [76, `${BAR} 30 s of 60 s  least cost: € 41.2 m, bound € 41 m, gap 0.6 %`],
    [75, '████     30 s of 60 s  least cost: € 41.2 m, bound € 41 m, gap 0.6 %'],
    [60, '30 s of 60 s  least cost: € 41.2 m, bound € 41 m, gap 0.6 %'],
    [58, '████     30 s of 60 s  least cost: € 41.2 m, gap 0.6 %'],
    [40, '30 s of 60 s  least cost: € 41.2 m'],
    [24, '30 s of 60 s  least cost'],
    [12, '30 s of 60…'],
  ])('in %i columns keeps what matters most, whole', (width, text) => {
    expect(progressText(moment, width)).toBe(text);
  });

  test('says that it is finishing once it was asked to stop, and tells no limit any more', () => {
    expect(progressText({ ...moment, finishing: true }, 79)).toBe(
      'finishing  30 s  least cost: € 41.2 m, bound € 41 m, gap 0.6 %',
    );
  });

  test('names the search for a first plan as such: its figures are of no single aim', () => {
    expect(progressText({ ...moment, last: { ...cost, stage: 'first plan' } }, 79)).toBe(
      `${BAR} 30 s of 60 s  seeking a first plan, gap 0.6 %`,
    );
    expect(progressText({ ...moment, last: { ...cost, stage: 'first plan', gap: null } }, 79)).toBe(
      `${BAR} 30 s of 60 s  seeking a first plan`,
    );
  });

  test('is drawn on a terminal and wiped out before the closing lines', async () => {
    const ran = await run(['plan', 'tiny'], { cwd: await workplace(), columns: 80 });
    expect(ran.stderr).toContain('of 30 s');
    const [, after] = ran.stderr.split('\u001b[2K');
    expect(after).toMatch(/^\nNothing was written/);
    expect(ran.stderr.lastIndexOf('\u001b[?25h')).toBeGreaterThan(ran.stderr.lastIndexOf('\u001b[?25l'));
  });

  test.each([
    ['a pipe', {}],
    ['a terminal under NO_COLOR', { columns: 80, env: { NO_COLOR: '1' } }],
    ['a build server', { columns: 80, env: { CI: 'true' } }],
    ['a terminal that cannot', { columns: 80, env: { TERM: 'dumb' } }],
  ])('is not drawn on %s', async (_where, circumstances) => {
    const ran = await run(['plan', 'tiny'], { cwd: await workplace(), ...circumstances });
    expect(ran.code).toBe(0);
    expect(ran.stderr).not.toContain('of 30 s');
    expect(ran.stderr).not.toContain('\u001b[?25');
  });
});
