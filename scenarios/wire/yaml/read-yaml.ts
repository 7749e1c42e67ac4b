import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type Path, type Place, pathText, pointerOf, type Report } from '../places.ts';
import { deeperAt } from './depth.ts';
import { NESTING, reportAlias, reportNesting, reportSyntax } from './syntax.ts';

/** A YAML file as plain values, and where each of them stands. */
export interface YamlFile {
  /** undefined where the file could not be read. */
  readonly value: Readonly<Record<string, unknown>> | undefined;
  readonly place: (path: Path) => Place;
}

/** Offset of the deepest part of the path that is written: a key in a block, an entry in a list. */
function offsetOf(document: Document, path: Path): number | undefined {
  let node: unknown = document.contents;
  let offset = (node as Node | null)?.range?.[0];
  for (const part of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => (isScalar(key) ? String(key.value) : String(key)) === String(part));
      if (pair === undefined) return offset;
      offset = (pair.key as Node | null)?.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const entry = node.items[Number(part)] as Node | undefined;
      if (entry === undefined) return offset;
      offset = entry.range?.[0] ?? offset;
      node = entry;
    } else return offset;
  }
  return offset;
}

/** The most characters of a settings file: far beyond any real one, and parsed in a second. */
const LONGEST_TEXT = 2_000_000;

/** How often one part may be repeated by aliases (&name … *name). */
const MOST_ALIASES = 100;

const REPETITION = {
  message: `parts are repeated by * more than ${MOST_ALIASES} times`,
  expected: 'the repeated parts written out',
};

/** Levels of parts within parts: a real file has six. */
const MOST_LEVELS = 100;

/**
 * Reads a YAML text whose root is a block of keys; syntax errors, duplicate keys and alias bombs are reported, and then there is no
 * value. Never throws.
 */
export function readYaml(file: string, text: string, problem: Report): YamlFile {
  const unread: YamlFile = { value: undefined, place: () => ({ file }) };
  if (text.length > LONGEST_TEXT) {
    const message = `the file has more than ${LONGEST_TEXT / 1e6} million characters`;
    problem({
      code: 'too-large',
      file,
      message,
      found: `${text.length}`,
      expected: 'settings alone; tables in .csv files',
    });
    return unread;
  }
  const tooDeep = deeperAt(text, MOST_LEVELS);
  if (tooDeep !== undefined) {
    reportNesting(tooDeep, file, text, problem);
    return unread;
  }
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, logLevel: 'error' });
    reportSyntax(document, file, text, lines, problem);
    if (document.errors.length > 0) return unread;
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      const message = value === null ? 'the file is empty' : 'not keys with values';
      problem({ code: 'not-yaml', file, line: 1, message, expected: 'name: …, calendar: …' });
      return unread;
    }
    return { value: value as Readonly<Record<string, unknown>>, place: placesIn(document, file, lines) };
  } catch (error) {
    const reason = error instanceof ReferenceError ? error.message : '';
    const unresolved = /^Unresolved alias.*: (\S+)$/.exec(reason)?.[1];
    if (unresolved !== undefined) reportAlias(unresolved, file, text, problem);
    else
      problem({
        code: 'not-yaml',
        file,
        ...(/alias/i.test(reason) ? REPETITION : { message: NESTING[0], expected: NESTING[1] }),
      });
    return unread;
  }
}

function placesIn(document: Document, file: string, lines: LineCounter): (path: Path) => Place {
  return (path) => {
    if (path.length === 0) return { file };
    const offset = offsetOf(document, path);
    const where = { file, column: pathText(path), pointer: pointerOf(path) };
    return offset === undefined ? where : { ...where, line: lines.linePos(offset).line };
  };
}
