import { TINY_TEXTS } from '../support/tiny-files.ts';

/** The files of a scenario folder by name. */
export type Folder = ReadonlyMap<string, string | Uint8Array>;

/** One kind of bad input: what is wrong, in words, and how the tiny folder comes to have it. */
export interface Kind {
  readonly what: string;
  readonly damage: (folder: Folder) => Folder;
}

/** The tiny folder before anything is done to it. */
export const tinyFolder: Folder = new Map(Object.entries(TINY_TEXTS));

/** The text of a file; throws where there is none, so that no kind tests nothing. */
export function textOf(folder: Folder, file: string): string {
  const text = folder.get(file);
  if (typeof text !== 'string') throw new Error(`the folder has no text ${file}`);
  return text;
}

/** A kind in which one file is written anew; its name leads the words. */
export const rewrite = (file: string, what: string, by: (text: string) => string | Uint8Array): Kind => ({
  what: `${file}: ${what}`,
  damage: (folder) => new Map([...folder, [file, by(textOf(folder, file))]]),
});

/** A kind in which a piece of a file is replaced by another. */
export const swap = (file: string, what: string, piece: string, by: string): Kind =>
  rewrite(file, what, (text) => {
    if (!text.includes(piece)) throw new Error(`${file} does not contain ${piece}`);
    return text.replace(piece, () => by);
  });

/** A kind of wrong settings: a piece of scenario.yaml is replaced by another. */
export const settings = (what: string, piece: string, by: string): Kind => swap('scenario.yaml', what, piece, by);

/** A kind in which a line is added to a table. */
export const addLine = (file: string, what: string, line: string): Kind =>
  rewrite(file, what, (text) => `${text.trimEnd()}\n${line}\n`);

/** A kind in which a file is not there. */
export const without = (file: string): Kind => ({
  what: `${file}: not there`,
  damage: (folder) => new Map([...folder].filter(([name]) => name !== file)),
});

/** A kind in which a file has another name. */
export const renamed = (file: string, name: string): Kind => ({
  what: `${file}: under the name ${name}`,
  damage: (folder) => new Map([...folder].map(([known, text]) => [known === file ? name : known, text])),
});

/** Several kinds of damage at once. */
export const together = (what: string, ...kinds: readonly Kind[]): Kind => ({
  what,
  damage: (folder) => kinds.reduce((rest, kind) => kind.damage(rest), folder),
});
