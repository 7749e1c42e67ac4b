import type { DatabasePlace } from './client.ts';
import type { Contents } from './contents.ts';

/** What was done, or why nothing was. */
export type Kept<T> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly message: string; readonly hint?: string };

/** Who looks after a database while nobody works with it, or even then. Methods throw what the disk or the database refuses. */
export interface DatabaseKeeper {
  /** Brings the tables up to date; an embedded file that is not there is made. */
  readonly migrate: (place: DatabasePlace) => Promise<Kept<{ readonly applied: number }>>;
  /** Opens a database to work with it, its tables brought up to date before. An embedded file that is not there is made only on request. */
  readonly open: (
    place: DatabasePlace,
    options: { readonly make: boolean },
  ) => Promise<Kept<{ readonly contents: Contents }>>;
  /** Copies an embedded database into a new file. */
  readonly backup: (place: DatabasePlace, copy: string) => Promise<Kept<{ readonly bytes: number }>>;
  /** Puts a copy in the place of an embedded database. */
  readonly restore: (
    place: DatabasePlace,
    backup: string,
    options: { readonly replace: boolean },
  ) => Promise<Kept<{ readonly replaced: boolean }>>;
  /** Words for what a database refused; undefined where it was not a database. */
  readonly words: (error: unknown) => string | undefined;
}
