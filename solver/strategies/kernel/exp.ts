import { type Activity, clearActivity, createActivity, moveTowards } from './activity.ts';
import { createKnapsack } from './knapsack.ts';
import { boundAtSettled, settleOthers } from './prices.ts';
import { movesAt } from './slopes.ts';
import { reachOf, startingPrices } from './starting-prices.ts';
import { fromGross, settleGross, toGross } from './stock-prices.ts';

const cp = (m: any) => ({
  price: Float64Array.from(m.price),
  early: Float64Array.from(m.early),
  count: Float64Array.from(m.count),
  volume: Float64Array.from(m.volume),
  shortfall: Float64Array.from(m.shortfall),
});
export function exp(problem: any, mode: string, N: number, P: any) {
  const start = startingPrices(problem);
  const reach = reachOf(problem, start);
  const sack = createKnapsack(problem);
  const cur = cp(start),
    moves = cp(start),
    m = cp(start),
    v = cp(start);
  for (const k of ['price', 'early', 'count', 'volume', 'shortfall']) {
    m[k].fill(0);
    v[k].fill(0);
  }
  const gross = Float64Array.from(start.price);
  toGross(problem, gross);
  const avg = createActivity(problem),
    act = createActivity(problem);
  let best = -Infinity,
    kappa = P.k ?? 1,
    fail = 0;
  const trace: any[] = [];
  for (let it = 0; it < N; it++) {
    settleGross(problem, gross);
    cur.price.set(gross);
    fromGross(problem, cur.price);
    settleOthers(problem, cur);
    clearActivity(act);
    const L = boundAtSettled(problem, cur, sack, act).bound;
    moveTowards(avg, act, it === 0 ? 1 : (P.alpha ?? 0.15));
    if (L > best) {
      best = L;
      fail = 0;
    } else if (++fail >= (P.pat ?? 20)) {
      kappa *= 0.7;
      fail = 0;
    }
    if ((it + 1) % Math.floor(N / 6) === 0) trace.push((best / 1e6).toFixed(3) + '/' + (L / 1e6).toFixed(3));
    if (mode === 'polyak') {
      const size = movesAt(problem, { best: cur, gross, reach }, avg, moves);
      const T = P.value ?? Math.max(best * 1.01, best + 1);
      const s = (kappa * (T - L)) / size;
      for (let r = 0; r < gross.length; r++) gross[r]! += s * moves.price[r]!;
      for (const k of ['early', 'count', 'volume', 'shortfall'])
        for (let a = 0; a < cur[k].length; a++) {
          const n = cur[k][a] + s * moves[k][a];
          cur[k][a] = cur[k][a] * n < 0 ? 0 : n;
        }
    } else {
      movesAt(problem, { best: cur, gross, reach }, act, moves);
      const f = it / N;
      const lr = P.lr0 * (P.lr1 / P.lr0) ** f;
      const b1 = P.b1 ?? 0.9,
        b2 = P.b2 ?? 0.99;
      const upd = (k: string, a: number, scale: number) => {
        const g = moves[k][a];
        m[k][a] = b1 * m[k][a] + (1 - b1) * g;
        v[k][a] = b2 * v[k][a] + (1 - b2) * g * g;
        const mh = m[k][a] / (1 - b1 ** (it + 1)),
          vh = v[k][a] / (1 - b2 ** (it + 1));
        return vh > 0 ? (lr * scale * mh) / Math.sqrt(vh) : 0;
      };
      for (let r = 0; r < gross.length; r++) gross[r]! += upd('price', r, reach.price[r]! * problem.dueWeight[r]!);
      for (let a = 0; a < cur.early.length; a++)
        if (problem.earlyRoom[a] < Infinity)
          cur.early[a] = Math.max(0, cur.early[a]! + upd('early', a, reach.price[a]! * problem.dueWeight[a]!));
      for (let a = 0; a < cur.count.length; a++) {
        const n = cur.count[a]! + upd('count', a, reach.count);
        cur.count[a] = cur.count[a]! * n < 0 ? 0 : n;
      }
      for (let a = 0; a < cur.volume.length; a++) {
        const n = cur.volume[a]! + upd('volume', a, reach.volume[a]! * problem.mostUnits[a]!);
        cur.volume[a] = cur.volume[a]! * n < 0 ? 0 : n;
      }
      cur.shortfall[0]! += upd('shortfall', 0, start.shortfall[0]! * 0.2);
    }
  }
  return { best, trace: trace.join(' '), kappa };
}
