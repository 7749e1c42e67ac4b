import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type Path, type Place, pathText, pointerOf, type Report } from '../places.ts';

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

const firstLine = (message: string): string => message.split('\n', 1)[0]!.replace(/ at line \d+, column \d+:?$/, '');

/** Syntax errors, the first of each line. */
function reportSyntax({ errors }: Document, file: string, problem: Report): void {
  const seen = new Set<number | undefined>();
  for (const { code, message, linePos } of errors) {
    const line = linePos?.[0].line;
    if (seen.has(line)) continue;
    seen.add(line);
    const spoken = code === 'MULTIPLE_DOCS' ? 'more than one document (a line ---)' : firstLine(message);
    problem({ code: 'not-yaml', file, ...(line === undefined ? {} : { line }), message: spoken });
  }
}

/**
 * Reads a YAML text whose root is a block of keys; syntax errors, duplicate keys and alias bombs are reported, and then there is no
 * value. Never throws.
 */
export function readYaml(file: string, text: string, problem: Report): YamlFile {
  const unread: YamlFile = { value: undefined, place: () => ({ file }) };
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, logLevel: 'error' });
    reportSyntax(document, file, problem);
    if (document.errors.length > 0) return unread;
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      const message = value === null ? 'the file is empty' : 'not a block of keys and values';
      problem({ code: 'not-yaml', file, line: 1, message, expected: 'name: …, calendar: …' });
      return unread;
    }
    return { value: value as Readonly<Record<string, unknown>>, place: placesIn(document, file, lines) };
  } catch (error) {
    const reason = firstLine(error instanceof Error ? error.message : String(error));
    problem({ code: 'not-yaml', file, message: `not readable as YAML: ${reason}` });
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
