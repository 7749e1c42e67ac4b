import { familyOf } from './families.ts';
import { type Firm, isNearDefence } from './firm.ts';
import { between, type Stream } from './random.ts';

/** The processes of a family as they are written: `milling 1, turning .8`. */
function processesOf(family: string): { process: string; often: number }[] {
  return familyOf(family)
    ['processes']!.split(',')
    .map((part) => {
      const [, process, share] = /^(.+) ([\d.]+)$/.exec(part.trim())!;
      return { process: process!, often: Number(share) };
    });
}

/**
 * Which processes a firm of a family has and how its shop floor is divided among them (shares sum to 1). Firms near
 * Defence have more: each process is given two chances there.
 */
export function drawMix(draw: Stream, firm: Pick<Firm, 'family' | 'category'>): Map<string, number> {
  const mix = new Map<string, number>();
  for (const { process, often } of processesOf(firm.family)) {
    const chance = isNearDefence(firm) ? 1 - (1 - often) ** 2 : often;
    const floor = often === 1 ? between(draw, 1.6, 3) : between(draw, 0.4, 1.3);
    if (draw() < chance) mix.set(process, floor);
  }
  if (mix.size === 0) mix.set('milling', 1);
  const sum = [...mix.values()].reduce((total, each) => total + each, 0);
  return new Map([...mix].map(([process, floor]) => [process, floor / sum]));
}
