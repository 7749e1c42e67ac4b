/** Certificates of which a higher class covers the lower ones, highest first; each class under every name that is in use. */
interface CertificateLadder {
  readonly classes: readonly (readonly string[])[];
  readonly source: string;
  /** Year of the edition that the source is. */
  readonly edition: string;
}

/** The ladders that count. A certificate that is on none of them covers only itself. */
const CERTIFICATE_LADDERS: readonly CertificateLadder[] = [
  {
    classes: [
      ['EN 1090-2 EXC4', 'EN 1090 EXC4', 'EXC4'],
      ['EN 1090-2 EXC3', 'EN 1090 EXC3', 'EXC3'],
      ['EN 1090-2 EXC2', 'EN 1090 EXC2', 'EXC2'],
      ['EN 1090-2 EXC1', 'EN 1090 EXC1', 'EXC1'],
    ],
    source: 'EN 1090-2, execution classes: the requirements rise from EXC1 to EXC4',
    edition: '2018',
  },
];

/** The certificates that meet a wanted one: itself first, then other names of its class, then ever higher classes. */
export function certificatesCovering(wanted: string): readonly string[] {
  const covering = new Set([wanted]);
  for (const { classes } of CERTIFICATE_LADDERS) {
    const at = classes.findIndex((names) => names.includes(wanted));
    for (let higher = at; higher >= 0; higher -= 1) for (const name of classes[higher]!) covering.add(name);
  }
  return [...covering];
}
