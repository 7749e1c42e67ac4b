/** scenario.yaml with every block, each explained; what is commented out is at its default or an example. */
export const TEMPLATE_YAML = `\
# A scenario of Gilde. The rows of the tables beside this file are synthetic examples: replace them by your own.
# README.md says what each column means. Plan it with: gilde plan .
name: my scenario

# How numbers are written in the tables: point (1234.5) or comma (1234,5, with ; between the cells).
locale: point

# The first period, their length (month, quarter or year) and how many there are. Tables name periods as 2027-03, 2027-Q1 or 2027.
calendar: { start: 2026-Q1, period: quarter, periods: 8 }

# What is to be delivered: a ramp from \`baseline\` units a period today to \`multiplier\` times as many, reached in the period \`reach\`;
# shape is s-curve, linear or step. A programme without \`demand\` takes the rows of its product in demand.csv.
# \`weight\` is how heavily a missing product counts beside those of other programmes and beside other items in demand.csv,
# which count 1 a unit: 100 puts a product before a hundred spare parts.
programmes:
  - product: TABLE-01
    oem: { name: Example OEM, latitude: 51.98, longitude: 5.91 }
    weight: 1
    demand: { baseline: 10, multiplier: 2, reach: 2027-Q4, shape: s-curve }

# Several futures of demand, of which one comes true: awards, certificates and expansions serve all of them, production follows each.
# Their probabilities add up to 1; factor multiplies all demand, or that of one item of the list \`demand\`, whose ramp may be another.
# demandCases:
#  - { name: low, probability: 0.25, factor: 0.8 }
#  - { name: expected, probability: 0.5 }
#  - { name: high, probability: 0.25, demand: [{ item: TABLE-01, multiplier: 3 }] }

# How much the worst of the demand cases counts in both aims: weight times the mean of the worst 1 - level of all futures, the rest the average.
# risk: { level: 0.95, weight: 0.5 }

# capability: whoever has the processes, certificates and security may make an item. quoted: only where a quote stands.
eligibility: capability

# What must hold. A rule may be narrowed by scope: items, critical, process, suppliers, category, region, country, from, to.
# With hard: false a rule is soft: it gives way where no plan keeps it or where more would be missing with it, never for the sake of cost.
# Of several as few as can be give way, those of the highest priority number first; 1 (the default) is kept longest.
rules:
  - { id: two-sources, rule: source-count, min: 2, scope: { critical: true }, note: no critical item hangs on one firm }
  - { id: cap-80, rule: share-cap, max: 0.8, scope: { critical: true, from: 2027-Q1 }, per: horizon }
#  - { id: real-share, rule: share-floor, min: 0.1 }
#  - { id: table-size, rule: member-count, max: 20, hard: false, priority: 2 }
#  - { id: promise, rule: lock, supplier: SUP-1, item: FRAME-10, award: true, share: 0.5 }
#  - { id: not-them, rule: exclude, suppliers: [SUP-2] }
#  - { id: spread, rule: group-count, by: region, min: 3 }                # or by category, country, group or tag; with value: its members
#  - { id: two-regions, rule: region-share-cap, level: NUTS2, max: 0.7 }  # or country, NUTS3; of what is required of a package
#  - { id: dutch, rule: content-share, of: [NL], min: 0.5, by: value }    # countries, EU, SME, tags; needs origin, country, employees
#  - { id: not-only-us, rule: dependency-cap, max: 0.4 }                  # of a firm's turnover in a year; needs turnover
#  - { id: safe, rule: legal-form, form: safe-2025 }                      # or edf-2021, edip-2025, nl-50
#  - { id: pace, rule: ramp-rate, max: 0.25, plus: 40 } # growth of a firm's hours in a period, by a fraction and by hours
#  - { id: desk, rule: onboarding-throughput, max: 5 } # onboardings that can start in a period
#  - { id: people, rule: labour, productiveHours: 380, hiresPerPeriod: 4, regionHiresPerPeriod: 12, productivityGrowth: 0.02 }
#  - { id: practice, rule: learning, model: crawford, rate: 0.9, floor: 0.6 } # hours of a unit at each doubling; or wright: of the average so far

# holdingRate: what stock costs a year, as a share of its value. currencies: euro for one unit of each currency in quotes.csv.
costs:
  holdingRate: 0.08
  currencies: { USD: 0.92 }
#  transportPerTonneKm: 0.15  # euro for a tonne over a kilometre; asks for weightKg of made items, coordinates of firms and OEM
#  paymentTermDays: 60        # days after which suppliers are paid; budgets may cap what they have out until then

policy:
  stock: allowed              # or none: nothing is made ahead
  backlog: lost               # or carried: what is late is still delivered
  pastDue: pipeline           # needs before the first period are under way already; or first-period
  shortfallTolerance: 0       # share of all demand that may be short for the sake of cost
#  expandOnlyIfCovered: false # true: a firm expands as far as volume promised by commitments pays for it

# Defaults of an assessment of outages; they do not change the plan.
robustness: { domains: [supplier], serviceLevel: 0.9, timeToRecover: 2, surge: 0.2 }

# How long to search and how near to the best possible: 0.01 is one per cent. Options of gilde plan replace these.
solve:
  gap: 0.01
  timeLimit: 60
  engine: highs
  seed: 1
#  workLimit: 1000            # branch-and-bound nodes instead of seconds: the same plan on every machine
`;
