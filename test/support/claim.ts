/** Assertions without a test runner, so that a case also runs inside a Worker: each throws an error that says what was found. */

/** Both are the same as JSON, in which typed arrays are listed. */
export function claimSame(found: unknown, expected: unknown): void {
  const [left, right] = [asText(found), asText(expected)];
  if (left !== right) throw new Error(`found ${left}, expected ${right}`);
}

/** Two numbers differ by less than half a millionth. */
export function claimNear(found: number | undefined, expected: number): void {
  if (found === undefined || !(Math.abs(found - expected) < 5e-7))
    throw new Error(`found ${found}, expected ${expected}`);
}

/** What is said holds. */
export function claim(holds: boolean, said: string): void {
  if (!holds) throw new Error(`not so: ${said}`);
}

const asText = (value: unknown): string =>
  JSON.stringify(value, (_, part) => (ArrayBuffer.isView(part) ? Array.from(part as Float64Array) : part));
