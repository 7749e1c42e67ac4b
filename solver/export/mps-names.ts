/** Longest name that is written; readers allow 160 characters or more. */
const LONGEST = 100;

/**
 * Names as free MPS can hold them, in the same order: letters, digits and `_ . | : + -`, none of them first that could be taken for a
 * sign, whatever else becomes `_`; cut to 100 characters; the second of two names that would become equal gets `:2`, and so on. The
 * same names in the same order always become the same.
 */
export function mpsNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = name
      .normalize('NFKD')
      .replaceAll(/[\u0300-\u036f]/g, '')
      .replaceAll(/[^\w.|:+-]/g, '_');
    const base = (/^\w/.test(plain) ? plain : `_${plain}`).slice(0, LONGEST);
    let unique = base;
    for (let times = 2; taken.has(unique); times++) unique = `${base}:${times}`;
    taken.add(unique);
    return unique;
  });
}
