import { type Look, lookOf } from '../format/look.ts';
import type { Io, Output } from './io.ts';

const set = (value: string | undefined): boolean => value !== undefined && value !== '';

/** The look of an output under the user's wishes: NO_COLOR and TERM=dumb mean no colours (no-color.org). */
export const lookFor = (io: Io, output: Output): Look =>
  lookOf(output, !set(io.env['NO_COLOR']) && io.env['TERM'] !== 'dumb');

export const paintOf = (io: Io, output: Output): Look['paint'] => lookFor(io, output).paint;

/** True where a line that redraws itself is welcome: stderr is a terminal that can, and no build server. */
export const mayAnimate = (io: Io): boolean =>
  io.stderr.isTTY === true && !set(io.env['NO_COLOR']) && !set(io.env['CI']) && io.env['TERM'] !== 'dumb';
