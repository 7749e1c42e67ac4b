import type { Database } from './client.ts';
import type { Surroundings } from './surroundings.ts';

/** What a repository is made for: every query that it sends names the organisation. */
export interface Scope {
  readonly database: Database;
  readonly organisation: string;
  readonly surroundings: Surroundings;
}
