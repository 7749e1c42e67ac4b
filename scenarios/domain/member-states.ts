/** The member states of the European Union since the withdrawal of the United Kingdom, by ISO 3166-1 code; EL is how NUTS writes Greece. */
export const MEMBER_STATES = {
  source: 'Treaty on European Union, Article 52, after the withdrawal agreement (OJ L 29, 31.1.2020)',
  since: '2020-02-01',
  codes: [
    ...['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'EL', 'ES', 'FI', 'FR', 'GR', 'HR'],
    ...['HU', 'IE', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'],
  ],
} as const;
