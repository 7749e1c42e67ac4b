import type { z } from 'zod';
import type { DemandCase } from '../domain/demand-case.ts';
import type { Programme } from '../domain/programme.ts';
import type { DraftSettings } from './draft.ts';
import { problemsOf, shown } from './issue-problems.ts';
import { keysAt } from './keys-at.ts';
import { anyOf, nearWord } from './near-word.ts';
import type { Path, Placed, Places, Report } from './places.ts';
import { readRule } from './read-rule.ts';
import type { StatedRule } from './rules.ts';
import { demandCase, programme, SETTINGS, type Settings } from './settings.ts';

type Root = Readonly<Record<string, unknown>>;

/** Parses a value that stands at `base`; undefined, and problems, where it breaks a law. */
function parseAt<Value>(schema: z.ZodType<Value>, raw: unknown, base: Path, places: Places, problem: Report) {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const place = (path: Path) => places.setting([...base, ...path]);
  for (const found of problemsOf(parsed.error.issues, raw, place, (path) => keysAt(schema, path))) problem(found);
  return undefined;
}

function readList<Value>(
  root: Root,
  key: 'programmes' | 'demandCases' | 'rules',
  places: Places,
  problem: Report,
  read: (raw: unknown, index: number) => Value | undefined,
): Placed<Value> {
  const raw = root[key] ?? [];
  if (!Array.isArray(raw)) {
    const expected = `a list of ${key === 'demandCases' ? 'demand cases' : key}, or [] for none`;
    problem({ ...places.setting([key]), code: 'not-a-list', message: 'not a list', found: shown(raw), expected });
    return { values: [], at: [] };
  }
  const kept = raw.map((entry: unknown, at) => ({ at, value: read(entry, at) }));
  const good = kept.filter((entry): entry is { at: number; value: Value } => entry.value !== undefined);
  return { values: good.map(({ value }) => value), at: good.map(({ at }) => at) };
}

/** Reads all settings of a document; `others` are the keys that may stand beside them. Every breach is reported. */
export function readSettings(root: Root, others: readonly string[], places: Places, problem: Report): DraftSettings {
  const known = [...Object.keys(SETTINGS), 'programmes', 'demandCases', 'rules', ...others];
  for (const key of Object.keys(root).filter((name) => !known.includes(name))) {
    const near = nearWord(key, known);
    const hint = near === undefined ? '' : `; did you mean ${near}?`;
    problem({
      ...places.setting([key]),
      code: 'unknown-key',
      message: `unknown key ${shown(key)}${hint}`,
      expected: anyOf(known),
    });
  }
  const blocks = Object.entries(SETTINGS).map(([key, schema]) => {
    const value: unknown = parseAt<unknown>(schema, root[key] ?? undefined, [key], places, problem);
    return [key, value] as const;
  });
  const programmes = readList<Programme>(root, 'programmes', places, problem, (raw, index) =>
    parseAt(programme, raw, ['programmes', index], places, problem),
  );
  const demandCases = readList<DemandCase>(root, 'demandCases', places, problem, (raw, index) =>
    parseAt(demandCase, raw, ['demandCases', index], places, problem),
  );
  return {
    blocks: Object.fromEntries(blocks.filter(([, value]) => value !== undefined)) as Partial<Settings>,
    programmes,
    wholeProgrammes:
      Array.isArray(root['programmes'] ?? []) && programmes.values.length === listLength(root, 'programmes'),
    demandCases,
    wholeCases: demandCases.values.length === listLength(root, 'demandCases'),
    rules: readList<StatedRule>(root, 'rules', places, problem, (raw, index) => readRule(raw, index, places, problem)),
  };
}

const listLength = (root: Root, key: 'programmes' | 'demandCases'): number => {
  const list = root[key];
  return Array.isArray(list) ? list.length : 0;
};
