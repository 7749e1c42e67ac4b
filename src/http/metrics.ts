/** One answered request. */
export interface Answered {
  readonly method: string;
  /** The pattern of its path, e.g. `/v1/plans/:digest`. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** What this process answered, since it started. */
export interface Metrics {
  readonly answered: (request: Answered) => void;
  /** The text format of Prometheus, version 0.0.4. */
  readonly text: () => string;
}

/** Upper edges of the buckets, in seconds. */
const EDGES = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Series {
  readonly labels: string;
  count: number;
  seconds: number;
  readonly upTo: number[];
}

const quoted = (value: string): string =>
  `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;

/** Counters of a process. The routes are few and known, so that the text stays short. */
export function createMetrics(): Metrics {
  const all = new Map<string, Series>();
  return {
    answered: ({ method, route, status, seconds }) => {
      const labels = `method=${quoted(method)},route=${quoted(route)},status="${status}"`;
      const series = all.get(labels) ?? { labels, count: 0, seconds: 0, upTo: EDGES.map(() => 0) };
      all.set(labels, series);
      series.count += 1;
      series.seconds += seconds;
      EDGES.forEach((edge, at) => {
        if (seconds <= edge) series.upTo[at]! += 1;
      });
    },
    text: () => {
      const name = 'gilde_http_request_seconds';
      const lines = [`# HELP ${name} Time until a request was answered.`, `# TYPE ${name} histogram`];
      for (const { labels, count, seconds, upTo } of all.values()) {
        lines.push(...EDGES.map((edge, at) => `${name}_bucket{${labels},le="${edge}"} ${upTo[at]}`));
        lines.push(`${name}_bucket{${labels},le="+Inf"} ${count}`);
        lines.push(`${name}_sum{${labels}} ${seconds}`, `${name}_count{${labels}} ${count}`);
      }
      return `${lines.join('\n')}\n`;
    },
  };
}
