import { MEMBER_STATES } from './domain/member-states.ts';

const MEMBERS: ReadonlySet<string> = new Set(MEMBER_STATES.codes);

/** Whether a country is one of those named; EU names its member states, and a country may be stated as EU where no more is known. */
export const isOneOf = (named: readonly string[], country: string | undefined): boolean =>
  country !== undefined && (named.includes(country) || (named.includes('EU') && MEMBERS.has(country)));
