import type { Refusal } from '../terminal/exit.ts';

/** What is assumed of outages, as it is typed. */
export interface OutageOptions {
  readonly domains?: string;
  readonly recover?: string;
  readonly surge?: string;
  readonly requalify?: boolean;
}

/** The number that a text stands for; what is empty stays a text, so that it is refused. */
export const numberOf = (text: string): number | string => (text.trim() === '' ? text : Number(text));

/** The options as the form of the question has them. */
export const statedOutages = ({ domains, recover, surge, requalify }: OutageOptions) => ({
  ...(domains !== undefined && { domains: domains.split(',').map((kind) => kind.trim()) }),
  ...(recover !== undefined && { timeToRecover: numberOf(recover) }),
  ...(surge !== undefined && { surge: numberOf(surge) }),
  ...(requalify && { requalification: true }),
});

/** Each option that the form refuses, at once; `flags` names the option of a key and what was given for it. */
export function refusedOptions(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
  flags: Readonly<Record<string, readonly [flag: string, given: unknown]>>,
): Refusal {
  const messages = issues.map(({ path: [key], message }) => {
    const [flag, given] = flags[String(key)] ?? [String(key), undefined];
    return `${flag} must be ${message}, got ${given}`;
  });
  return { ok: false, message: [...new Set(messages)].join('; ') };
}

/** The options that {@link statedOutages} reads, for {@link refusedOptions}. */
export const outageFlags = ({ domains, recover, surge, requalify }: OutageOptions) =>
  ({
    domains: ['--domains', domains],
    timeToRecover: ['--recover', recover],
    surge: ['--surge', surge],
    requalification: ['--requalify', requalify],
  }) as const;
