import { describe, expect, it } from 'vitest';
import type { InputProblem } from '../../../scenarios/domain/input-problem.ts';
import { readYaml } from '../../../scenarios/wire/yaml/read-yaml.ts';

function read(text: string) {
  const problems: InputProblem[] = [];
  const file = readYaml('scenario.yaml', text, (problem) => problems.push(problem));
  return { ...file, problems };
}

describe('a settings file', () => {
  const text =
    'name: x\nshared: &scope\n  items: [A, B]\nrules:\n  - rule: lock\n    scope: *scope\n  - { rule: exclude,\n      min: 2 }\n';

  it.each([
    [['rules', 0, 'rule'], 5],
    [['rules', 1, 'min'], 8],
    [['rules', 1], 7],
    [['rules', 1, 'absent'], 7],
    [['rules', 7], 4],
    [['rules', 0, 'scope', 'items', 1], 3],
    [['absent'], 1],
  ] as const)('knows the line of %j', (path, line) => {
    expect(read(text).place(path)).toMatchObject({ file: 'scenario.yaml', line });
  });

  it.each([
    ['a key twice', 'a: 1\nb: 2\na: 3\n', 3],
    ['a list that is not closed, where it was opened', 'a: 1\nb: [1, 2\nc: 3\n', 2],
    ['two documents', 'a: 1\n---\nb: 2\n', 2],
    ['a list as its root', '- a\n', 1],
    ['nothing in it', '# only a comment\n', 1],
  ])('is refused for %s', (_what, content, line) => {
    const { value, problems } = read(content);
    expect(value).toBeUndefined();
    expect(problems).toEqual([expect.objectContaining({ code: 'not-yaml', line })]);
  });

  it('is refused when its aliases would fill the memory', () => {
    const levels = Array.from(
      { length: 12 },
      (_, k) => `k${k + 1}: &k${k + 1} [${Array(10).fill(`*k${k}`).join(', ')}]`,
    );
    const { value, problems } = read(['k0: &k0 [x]', ...levels].join('\n'));
    expect(value).toBeUndefined();
    expect(problems).toEqual([expect.objectContaining({ code: 'not-yaml' })]);
  });

  it.each([
    ['brackets in brackets', 'a: '.concat('['.repeat(20_000)), 1],
    ['lists in lists', `a:\n${'- '.repeat(20_000)}`, 2],
    ['keys in keys', 'a: 1\nb: '.concat('{ c: '.repeat(20_000)), 2],
    [
      'lines indented ever further',
      Array.from({ length: 500 }, (_, level) => `${' '.repeat(level)}k:\n`).join(''),
      100,
    ],
  ])('is refused when it is nested deeper than can be read, once: %s', (_what, content, line) => {
    const { value, problems } = read(content);
    expect(value).toBeUndefined();
    expect(problems).toEqual([
      expect.objectContaining({ code: 'not-yaml', line, message: 'nested deeper than can be read' }),
    ]);
  });

  it('may be nested tens of levels deep', () => {
    const { value, problems } = read(`a: ${'['.repeat(90)}${']'.repeat(90)}`);
    expect(problems).toEqual([]);
    expect(value).toBeDefined();
  });
});
