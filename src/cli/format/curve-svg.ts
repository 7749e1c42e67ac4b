import type { CurvePoint, RobustnessCurve } from '../../../scenarios/domain/curve.ts';
import { rungWords } from './curve-words.ts';
import { prose } from './number.ts';

const SIZE = { width: 760, height: 440 };
/** Room for axis words and, on the right, for labels. */
const PLOT = { left: 84, right: 560, top: 58, bottom: 366 };
const LABEL_STEP = 34;

/** Blue and vermilion of Okabe and Ito (Color Universal Design, 2008), which all colour vision tells apart; shapes differ too. */
const STYLE = `
  svg { color-scheme: light dark; font: 13px system-ui, sans-serif; }
  .ground { fill: #ffffff } .ink { fill: #1f2328 } .soft { fill: #59636e } .grid { stroke: #d1d9e0 } .lead { stroke: #818b98 }
  .chain { stroke: #0072b2; fill: none } .one { fill: #0072b2; stroke: #0072b2 } .two { fill: #d55e00; stroke: #d55e00 }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #0d1117 } .ink { fill: #f0f6fc } .soft { fill: #9198a1 } .grid { stroke: #2a313c } .lead { stroke: #656c76 }
    .chain { stroke: #56b4e9 } .one { fill: #56b4e9; stroke: #56b4e9 } .two { fill: #e69f00; stroke: #e69f00 }
  }`;

interface Drawn {
  readonly point: CurvePoint;
  readonly euro: number;
  readonly atLeast: number;
  readonly open: number;
}

/** Round steps of 1, 2 or 5 × 10ⁿ, about `wanted` of them, that cover an interval. */
function ticks(least: number, most: number, wanted: number): readonly number[] {
  const raw = Math.max(most - least, Math.max(1, Math.abs(most)) * 1e-3) / wanted;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= raw)!;
  const from = Math.floor(least / step + 1e-9);
  const to = Math.max(from + 1, Math.ceil(most / step - 1e-9));
  return Array.from({ length: to - from + 1 }, (_, at) => (from + at) * step);
}

const scale =
  (marks: readonly number[], from: number, to: number) =>
  (value: number): number =>
    from + ((value - marks[0]!) / (marks.at(-1)! - marks[0]!)) * (to - from);

const text = (x: number, y: number, words: string, more = ''): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${escaped(words)}</text>`;

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Heights of labels: in the order of what they name, none nearer to the next than a step, the last one within the plot. */
function spread(wanted: readonly number[], step: number): readonly number[] {
  const heights: number[] = [];
  for (const height of wanted) heights.push(Math.max(height, (heights.at(-1) ?? height - step) + step));
  for (let at = heights.length - 1, most = PLOT.bottom; at >= 0; at--, most -= step)
    heights[at] = Math.min(heights[at]!, most);
  return heights;
}

/** A diamond around what it may coincide with, as two sources may be what is planned anyway; else a dot. */
const mark = (x: number, y: number, { rung }: CurvePoint): string => {
  const [across, down] = [x.toFixed(1), y.toFixed(1)];
  if (rung !== 'dual-sourcing') return `<circle class="one" cx="${across}" cy="${down}" r="5"/>`;
  return `<path class="two" fill-opacity="0" stroke-width="2.5" d="M${across} ${down}m0 -10l10 10l-10 10l-10 -10z"/>`;
};

/** `+1.2 to +1.5 %, 62 members`: what stands below the name of a point. */
function detail({ point }: Drawn, share: string): string {
  return `${share === '–' ? '' : `${share}, `}${point.members} members`;
}

/**
 * The curve as a picture: across what plans cost (a bar from what no plan is cheaper than), down what outages of the yardstick leave unprotected.
 * Undefined where fewer than two points have both.
 */
export function curveSvg(curve: RobustnessCurve, shareOf: (point: CurvePoint) => string): string | undefined {
  const drawn = curve.points.flatMap((point): readonly Drawn[] =>
    point.cost && point.standing
      ? [{ point, euro: point.cost.value, atLeast: point.cost.bound, open: point.standing.unprotected }]
      : [],
  );
  if (drawn.length < 2) return undefined;
  const largest = Math.max(...drawn.map(({ euro }) => euro));
  const unit =
    largest >= 1e9
      ? { size: 1e9, name: '€ bn' }
      : largest >= 1e6
        ? { size: 1e6, name: '€ m' }
        : { size: 1e3, name: '€ thousand' };
  const across = ticks(Math.min(...drawn.map(({ atLeast }) => atLeast)) / unit.size, largest / unit.size, 6);
  const down = ticks(0, Math.max(1e-6, ...drawn.map(({ open }) => open)), 5);
  const x = (euro: number) => scale(across, PLOT.left, PLOT.right - 24)(euro / unit.size);
  const y = scale(down, PLOT.bottom, PLOT.top);
  const grid = [
    ...across.map((value) => {
      const at = x(value * unit.size).toFixed(1);
      return `<path class="grid" d="M${at} ${PLOT.top}V${PLOT.bottom}"/>${text(Number(at), PLOT.bottom + 20, prose5(value), 'class="soft" text-anchor="middle"')}`;
    }),
    ...down.map(
      (value) =>
        `<path class="grid" d="M${PLOT.left} ${y(value).toFixed(1)}H${PLOT.right - 24}"/>${text(PLOT.left - 10, y(value) + 4, prose5(value), 'class="soft" text-anchor="end"')}`,
    ),
  ];
  const chain = drawn.filter(({ point }) => point.rung !== 'dual-sourcing');
  const line = chain.map(({ euro, open }, at) => `${at === 0 ? 'M' : 'L'}${x(euro).toFixed(1)} ${y(open).toFixed(1)}`);
  const bars = drawn.map(
    ({ point, euro, atLeast, open }) =>
      `<path class="${point.rung === 'dual-sourcing' ? 'two' : 'one'}" stroke-width="2" opacity="0.55" d="M${x(atLeast).toFixed(1)} ${y(open).toFixed(1)}H${x(euro).toFixed(1)}"/>`,
  );
  const inOrder = [...drawn].sort((left, right) => y(left.open) - y(right.open) || left.euro - right.euro);
  const heights = spread(
    inOrder.map(({ open }) => y(open)),
    LABEL_STEP,
  );
  const labels = inOrder.map((own, at) => {
    const [left, top] = [x(own.euro), y(own.open)];
    const height = heights[at]!;
    return [
      `<path class="lead" fill="none" d="M${(left + 7).toFixed(1)} ${top.toFixed(1)}L${PLOT.right - 8} ${(height - 4).toFixed(1)}H${PLOT.right}"/>`,
      text(PLOT.right + 6, height, rungWords(own.point), 'class="ink" font-weight="600"'),
      text(PLOT.right + 6, height + 14, detail(own, shareOf(own.point)), 'class="soft" font-size="11.5"'),
    ].join('');
  });
  const { yardstick, scenario } = curve;
  const level = prose(100 * yardstick.serviceLevel);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" width="${SIZE.width}" height="${SIZE.height}" role="img" aria-labelledby="title">
<title id="title">${escaped(`What robustness costs: ${scenario.name}`)}</title>
<style>${STYLE}
</style>
<rect class="ground" width="100%" height="100%"/>
${text(16, 24, `What robustness costs: ${scenario.name}`, 'class="ink" font-size="16" font-weight="600"')}
${text(16, 43, `Left unprotected, units over all outages: any one lost, ${level} % of what is planned`, 'class="soft"')}
${grid.join('\n')}
${text((PLOT.left + PLOT.right - 24) / 2, PLOT.bottom + 44, `Cost over the horizon, ${unit.name} (bar: no plan is cheaper than its left end)`, 'class="soft" text-anchor="middle"')}
${labels.join('\n')}
<path class="chain" stroke-width="1.5" d="${line.join('')}"/>
${bars.join('\n')}
${drawn.map(({ point, euro, open }) => mark(x(euro), y(open), point)).join('\n')}
</svg>
`;
}

/** Figures of an axis: exact to five digits. */
const prose5 = (value: number): string =>
  new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 5 }).format(value + 0);
