import { sortDescending } from './sort-descending.ts';

/** A linear program of one supplier and period, and room to solve it in: the items come first, then a slack for each process. */
export interface PeriodProgram {
  /** Units of each item, at most `most`, and its earnings per unit. */
  readonly units: Float64Array;
  readonly most: Float64Array;
  readonly margin: Float64Array;
  /** Hours of each item, by process: those of item i stand at i · processes. */
  readonly hours: Float64Array;
  readonly cap: Float64Array;
  /** Price of an hour. */
  readonly hourPrice: Float64Array;
  /** Items in an order, and what it goes by. */
  readonly order: Int32Array;
  readonly ratio: Float64Array;
  readonly basis: Int32Array;
  readonly level: Float64Array;
  readonly inverse: Float64Array;
  readonly column: Float64Array;
  /** 0 at its least, 1 at its most, 2 in the basis. */
  readonly state: Uint8Array;
}

export function createPeriodProgram(items: number, processes: number): PeriodProgram {
  const figures = (length: number) => new Float64Array(length);
  return {
    units: figures(items),
    most: figures(items),
    margin: figures(items),
    hours: figures(items * processes),
    cap: figures(processes),
    hourPrice: figures(processes),
    order: new Int32Array(items),
    ratio: figures(items),
    basis: new Int32Array(processes),
    level: figures(processes),
    inverse: figures(processes * processes),
    column: figures(processes),
    state: new Uint8Array(items + processes),
  };
}

const ROOM = 1e-11;

/**
 * max Σ margin·x with x ≤ most and Σ hours·x ≤ cap by the simplex method with bounded variables, from what fits; the processes are few, so that the inverse of the basis is kept whole. Leaves units and prices of hours ≥ 0. It may stop early after many pivots: any such
 * prices bound the program from above, and the units are always ones that fit.
 */
export function solvePeriod(program: PeriodProgram, items: number, processes: number): void {
  const { basis, inverse, level, state, units, most } = program;
  state.fill(2, items, items + processes);
  inverse.fill(0, 0, processes * processes);
  for (let k = 0; k < processes; k++) {
    basis[k] = items + k;
    inverse[k * processes + k] = 1;
  }
  takeWhatFits(program, items, processes);
  for (let pivots = 10 * (items + processes); pivots > 0; pivots--) {
    priceHours(program, items, processes);
    const entering = bestEntering(program, items, processes);
    if (entering < 0 || !pivot(program, items, processes, entering)) break;
  }
  for (let k = 0; k < processes; k++) program.hourPrice[k] = Math.max(0, program.hourPrice[k]!);
  for (let at = 0; at < items; at++) units[at] = state[at] === 1 ? most[at]! : 0;
  for (let k = 0; k < processes; k++) if (basis[k]! < items) units[basis[k]!] = Math.max(0, level[k]!);
}

/** All of each item that still fits, those first that earn most for their share of the hours. */
function takeWhatFits(
  { state, level, cap, hours, margin, most, ratio, order }: PeriodProgram,
  items: number,
  processes: number,
): void {
  for (let k = 0; k < processes; k++) level[k] = cap[k]!;
  for (let at = 0; at < items; at++) {
    let share = 0;
    for (let k = 0; k < processes; k++) if (cap[k]! > 0) share += hours[at * processes + k]! / cap[k]!;
    ratio[at] = margin[at]! / share;
    order[at] = at;
  }
  sortDescending(order, ratio, items);
  for (let place = 0; place < items; place++) {
    const at = order[place]!;
    let fits = true;
    for (let k = 0; k < processes; k++) fits &&= hours[at * processes + k]! * most[at]! <= level[k]!;
    state[at] = fits ? 1 : 0;
    for (let k = 0; fits && k < processes; k++) level[k]! -= hours[at * processes + k]! * most[at]!;
  }
}

function priceHours({ basis, inverse, margin, hourPrice }: PeriodProgram, items: number, processes: number): void {
  hourPrice.fill(0, 0, processes);
  for (let row = 0; row < processes; row++) {
    if (basis[row]! >= items) continue;
    for (let k = 0; k < processes; k++) hourPrice[k]! += margin[basis[row]!]! * inverse[row * processes + k]!;
  }
}

/** What earns most for its size by moving off its limit; −1: nothing does. */
function bestEntering({ state, margin, hours, hourPrice }: PeriodProgram, items: number, processes: number): number {
  let best = 1e-9;
  let entering = -1;
  for (let at = 0; at < items; at++) {
    if (state[at] === 2) continue;
    let gain = margin[at]!;
    for (let k = 0; k < processes; k++) gain -= hours[at * processes + k]! * hourPrice[k]!;
    const relative = (state[at] === 1 ? -gain : gain) / margin[at]!;
    if (relative <= best) continue;
    best = relative;
    entering = at;
  }
  for (let k = 0; k < processes; k++) {
    if (state[items + k] === 2 || -hourPrice[k]! <= best) continue;
    best = -hourPrice[k]!;
    entering = items + k;
  }
  return entering;
}

/** Moves the entering variable as far as the others allow; false where that cannot be told. */
function pivot(program: PeriodProgram, items: number, processes: number, entering: number): boolean {
  const { basis, level, inverse, column, state, hours, most } = program;
  const down = state[entering] === 1;
  for (let row = 0; row < processes; row++) {
    let moved = 0;
    for (let k = 0; k < processes; k++) {
      const own = entering < items ? hours[entering * processes + k]! : entering - items === k ? 1 : 0;
      moved += inverse[row * processes + k]! * own;
    }
    column[row] = down ? -moved : moved;
  }
  let far = entering < items ? most[entering]! : Number.POSITIVE_INFINITY;
  let leaving = -1;
  for (let row = 0; row < processes; row++) {
    const rate = column[row]!;
    if (Math.abs(rate) < ROOM) continue;
    const roof = basis[row]! < items ? most[basis[row]!]! : Number.POSITIVE_INFINITY;
    const limit = Math.max(0, rate > 0 ? level[row]! / rate : (level[row]! - roof) / rate);
    if (limit >= far) continue;
    far = limit;
    leaving = row;
  }
  if (!Number.isFinite(far)) return false;
  for (let row = 0; row < processes; row++) level[row]! -= far * column[row]!;
  if (leaving < 0) {
    state[entering] = down ? 0 : 1;
    return true;
  }
  state[basis[leaving]!] = column[leaving]! > 0 ? 0 : 1;
  state[entering] = 2;
  basis[leaving] = entering;
  level[leaving] = down ? most[entering]! - far : far;
  const pivotal = down ? -column[leaving]! : column[leaving]!;
  for (let k = 0; k < processes; k++) inverse[leaving * processes + k]! /= pivotal;
  for (let row = 0; row < processes; row++) {
    const rate = down ? -column[row]! : column[row]!;
    if (row === leaving || rate === 0) continue;
    for (let k = 0; k < processes; k++) inverse[row * processes + k]! -= rate * inverse[leaving * processes + k]!;
  }
  return true;
}
