import { rampUpRules } from '../../author/ramp-up-rules.ts';
import { craneYaml } from '../../crane/author/scenario-yaml.ts';

const RULES = rampUpRules({
  desk: 12,
  budgets: [6_000_000, 4_000_000],
  promises:
    '  - { id: harness-promise, rule: commitment, supplier: S054, item: HA-130, perYear: 40, note: invented }\n',
});

/** What is wanted and what is ruled; written as it is read. */
export const SCENARIO_YAML = craneYaml({
  name: 'crane-ramp-up',
  members: 80,
  rules: RULES,
  costs: 'holdingRate: 0.1, paymentTermDays: 60',
  gap: 0.03,
});
