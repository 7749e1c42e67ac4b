/** Where a service answers, for whom, and from what. */
interface Started {
  readonly host: string;
  readonly port: number;
  readonly version: string;
  /** The organisation that is served without a token, where there is one. */
  readonly local: string | undefined;
  /** The database, as it was named. */
  readonly data: string;
}

const urlOf = ({ host, port }: Started): string => `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

/** What whoever starts a service should know. */
export function startLines(started: Started): string[] {
  const { version, local, data } = started;
  const url = urlOf(started);
  const whom =
    local === undefined
      ? [
          'It answers whoever reaches it and has a token. To make one:',
          '  gilde organisation add NAME',
          '  gilde token issue --organisation ID --name NAME',
          'What is sent can be read on its way: put a proxy with TLS before it.',
        ]
      : [`It answers this machine only, without a token, for the one local organisation ${local}.`];
  return [
    `Gilde ${version} answers at ${url}; its reference is ${url}/docs.`,
    ...whom,
    `Its data is in ${data}. Ctrl-C ends it.`,
  ];
}
