import type { Checked, InputProblem } from '../../domain/input-problem.ts';
import { TABLES } from '../../domain/scenario.ts';
import { problemList } from '../report.ts';
import { spokenBytes } from '../spoken-bytes.ts';
import { fileOf } from '../tables/index.ts';
import { type DirectoryFault, packedBytes, type ZipEntry, zipDirectory } from './directory.ts';
import { expand } from './expand.ts';
import { entryProblem, isOfSystem, withinFolder } from './names.ts';

/** What a zip may be at most. */
export interface ZipLimits {
  /** Of the zip. */
  readonly mostBytes: number;
  /** Of all its files that are read, expanded. */
  readonly mostExpanded: number;
  readonly mostEntries: number;
}

/** For a request: 20 MB, that expand to 200 MB in 1,000 entries. */
export const ZIP_LIMITS: ZipLimits = { mostBytes: 20_000_000, mostExpanded: 200_000_000, mostEntries: 1_000 };

type Files = ReadonlyMap<string, Uint8Array>;

const READ: readonly string[] = ['scenario.yaml', ...TABLES.map(fileOf)];

const zipProblem = (code: string, message: string, expected: string, found?: string): InputProblem => ({
  ...{ code, file: 'zip', message },
  ...(found === undefined ? {} : { found }),
  expected,
});

const damaged = (message: string): InputProblem =>
  zipProblem('damaged-zip', message, 'a whole zip file: pack or upload it again');

function directoryProblem(fault: DirectoryFault, { mostEntries }: ZipLimits): InputProblem {
  if (fault === 'no-zip') return zipProblem('not-zip', 'this is no zip file', 'a zip file of a folder');
  if (fault === 'zip64')
    return zipProblem('too-large', 'a zip of the 64-bit kind', 'an ordinary zip (under 4 GB, and packed from files)');
  if (fault === 'too-many')
    return zipProblem('too-many-files', 'too many files in the zip', `at most ${mostEntries}: only the tables`);
  return damaged('the list of files at the end of the zip is damaged or cut off');
}

/** Excel workbooks are zips too. */
function nothingToRead(listed: readonly ZipEntry[]): InputProblem {
  const names = listed.map(({ name }) => name).filter((name) => !isOfSystem(name));
  const workbook = names.includes('[Content_Types].xml');
  const message = workbook ? 'an Excel workbook or another office document' : 'none of the files that are read';
  const found = names.length === 0 ? 'no files' : `${names.slice(0, 3).join(', ')}${names.length > 3 ? ', …' : ''}`;
  return zipProblem('no-files', message, 'the tables as CSV files, side by side, such as suppliers.csv', found);
}

function sizeProblem(entries: readonly ZipEntry[], { mostExpanded }: ZipLimits): InputProblem | undefined {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total <= mostExpanded) return undefined;
  const expected = `at most ${spokenBytes(mostExpanded)}`;
  return zipProblem('too-large', 'the files in the zip are too large when expanded', expected, spokenBytes(total));
}

/** The tables and settings in a list of entries are expanded; of other files only the name is given, with no bytes, for warnings. */
function expandAll(bytes: Uint8Array, entries: readonly ZipEntry[]): Checked<Files> {
  const files = new Map<string, Uint8Array>();
  const problems = problemList();
  for (const entry of entries) {
    const packed = READ.includes(entry.name) ? packedBytes(bytes, entry) : new Uint8Array();
    const content = READ.includes(entry.name) && packed !== undefined ? expand(entry, packed) : packed;
    if (content === undefined) problems.report({ ...damaged('the file is damaged in the zip'), file: entry.name });
    else files.set(entry.name, content);
  }
  const found = problems.all();
  return found.length > 0 ? { ok: false, problems: found } : { ok: true, value: files, warnings: [] };
}

/**
 * The files of a zipped folder by name, as {@link readFolder} takes them: with or without one folder around them, without what
 * operating systems add. Every problem of the list of files at once, then every damaged file. Never throws, and never holds more
 * expanded bytes than the limit.
 */
export function unzipFolder(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): Checked<Files> {
  const refuse = (...problems: readonly InputProblem[]): Checked<Files> => ({ ok: false, problems });
  if (bytes.length > limits.mostBytes) {
    const expected = `at most ${spokenBytes(limits.mostBytes)}`;
    return refuse(zipProblem('too-large', 'the zip is too large', expected, spokenBytes(bytes.length)));
  }
  const listed = zipDirectory(bytes, limits.mostEntries);
  if (typeof listed === 'string') return refuse(directoryProblem(listed, limits));
  const folder = withinFolder(listed.filter(({ name }) => !isOfSystem(name)));
  const problems = problemList();
  const seen = new Set<string>();
  for (const entry of folder.entries) {
    const problem = entryProblem(entry, seen.has(entry.name));
    if (problem !== undefined) problems.report(problem);
    seen.add(entry.name);
  }
  const read = folder.entries.filter(({ name }) => READ.includes(name));
  if (read.length === 0) problems.report(nothingToRead(listed));
  const tooLarge = sizeProblem(read, limits);
  if (tooLarge !== undefined) problems.report(tooLarge);
  const found = problems.all();
  if (found.length > 0) return refuse(...found);
  const expanded = expandAll(bytes, folder.entries);
  return expanded.ok ? { ...expanded, warnings: folder.warnings } : expanded;
}
