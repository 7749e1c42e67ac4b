/**
 * The exponent b of y = a·x^b by least squares on the logarithms; undefined for fewer than two different x. All must be positive.
 */
export function exponentOf(points: readonly (readonly [x: number, y: number])[]): number | undefined {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
  const [meanX, meanY] = [mean(logs.map(([x]) => x)), mean(logs.map(([, y]) => y))];
  const spread = logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  if (logs.length < 2 || spread === 0) return undefined;
  return logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spread;
}
