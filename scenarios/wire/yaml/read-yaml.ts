import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { InputProblem } from '../../domain/input-problem.ts';
import { type Path, type Place, pathText, pointerOf } from '../places.ts';

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

/** Reads a YAML text whose root is a block of keys; duplicate keys, syntax errors and alias bombs are reported. Never throws. */
export function readYaml(file: string, text: string, problem: (found: InputProblem) => void): YamlFile {
  const lines = new LineCounter();
  const nowhere: Place = { file };
  const unreadable = (message: string, line?: number): YamlFile => {
    problem({ code: 'not-yaml', file, ...(line === undefined ? {} : { line }), message });
    return { value: undefined, place: () => nowhere };
  };
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: true, uniqueKeys: true });
    if (document.errors.length > 0) {
      for (const error of document.errors) unreadable(firstLine(error.message), error.linePos?.[0].line);
      return { value: undefined, place: () => nowhere };
    }
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return unreadable(value === null ? 'the file is empty' : 'not a block of keys and values', 1);
    const place = (path: Path): Place => {
      if (path.length === 0) return nowhere;
      const offset = offsetOf(document, path);
      const where = { file, column: pathText(path), pointer: pointerOf(path) };
      return offset === undefined ? where : { ...where, line: lines.linePos(offset).line };
    };
    return { value: value as Readonly<Record<string, unknown>>, place };
  } catch (error) {
    return unreadable(`not readable as YAML: ${firstLine(error instanceof Error ? error.message : String(error))}`);
  }
}
