/** A small valid scenario folder: one product of two made parts and a bought one, three suppliers, every table filled. */
export const TINY_TEXTS: Readonly<Record<string, string>> = {
  'scenario.yaml': `name: tiny
calendar: { start: 2026-Q1, period: quarter, periods: 8 }
programmes:
  - product: CRANE
    oem: { name: Example OEM, latitude: 51.97, longitude: 5.91 }
    demand: { baseline: 12, multiplier: 3.5, reach: 2027-Q4, shape: s-curve }
rules:
  - { rule: source-count, min: 2, scope: { critical: true } }
  - { rule: share-cap, max: 0.6, scope: { from: 2026-Q3, to: 2027-Q2 } }
  - { id: home, rule: lock, supplier: S1, item: BOOM, award: true }
costs: { holdingRate: 0.1, currencies: { USD: 0.92 } }
`,
  'bom.csv': `parent,item,quantity,scrap,effectiveFrom,effectiveTo
CRANE,BOOM,2,0.05,,
CRANE,FRAME,1,,,
BOOM,00123,4,,,
FRAME,00123,3,,,2026-12-31
FRAME,00123,2,,2027-01-01,
`,
  'items.csv': `item,name,kind,leadTime,unitValue,critical,certificates,stock
CRANE,"Crane, mobile",make,0,50000,no,,0
BOOM,Boom,make,1,4000,yes,ISO 9001;EN 1090-2,0
FRAME,Frame,make,0,3000,no,,5
00123,Bolt set,buy,0,20,no,,0
`,
  'routing.csv': `item,process,hoursPerUnit,setupHours,lotSize
BOOM,welding,12,4,2
BOOM,milling,3,,
FRAME,welding,8,,
`,
  'demand.csv': `item,period,quantity
BOOM,2026-Q4,3
BOOM,2027-Q1,3
`,
  'suppliers.csv': `supplier,name,category,country,region,latitude,longitude,onboardingCost,onboardingPeriods,hourlyRate,tags
S1,Alfa,A,NL,NL221,51.9,5.9,10000,1,85,grid-1;steel
S2,Beta,C,NL,NL326,52.3,4.9,15000,2,80,
S3,Gamma,D,DE,DEA22,50.9,6.9,5000,1,78,steel
`,
  'capacity.csv': `supplier,process,hoursPerPeriod,period,hourlyRate
S1,welding,2000,,
S1,milling,800,,90
S2,welding,1500,,
S2,milling,600,2026-Q1,
S2,milling,900,2027-Q1,
S3,welding,1000,,
`,
  'certificates.csv': `supplier,certificate,status,scope,validUntil,renewable,leadTime,cost
S1,ISO 9001,held,,2028-06-30,yes,,
S1,EN 1090-2,held,welding,,,,
S2,ISO 9001,held,,,,,
S2,EN 1090-2,obtainable,welding,,,2,8000
`,
  'quotes.csv': `supplier,item,unitPrice,currency,maximumQuantity,qualificationCost
S1,BOOM,1500,USD,500,2500
`,
  'incumbents.csv': `supplier,item,quantityPerPeriod,qualified
S1,BOOM,20,true
`,
  'expansions.csv': `supplier,process,option,hoursPerPeriod,capex
`,
};

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The tiny folder with some files replaced (a text or bytes) or taken away (null). */
export function tinyFiles(changes: Readonly<Record<string, string | Uint8Array | null>> = {}): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const [name, content] of Object.entries({ ...TINY_TEXTS, ...changes }))
    if (content !== null) files.set(name, typeof content === 'string' ? bytes(content) : content);
  return files;
}

/** The text of one tiny file with a piece of it replaced; throws when the piece is not there, so that no test tests nothing. */
export function tinyText(name: string, piece = '', replacement = ''): string {
  const text = TINY_TEXTS[name];
  if (text === undefined || !text.includes(piece)) throw new Error(`${name} does not contain ${piece}`);
  return text.replace(piece, () => replacement);
}
