import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { Rule, RuleOf, Scope, ShareCap, ShareFloor } from '../../../scenarios/domain/rule.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { rulesToKeep } from '../../../scenarios/legal-forms.ts';
import { isSoft, namedAsGivenUp, priorityOf } from '../../../scenarios/soft-rules.ts';
import { consortiumRoom, consortiumStatement } from './consortium-rules.ts';
import { dimHeader, type Look, section } from './look.ts';
import { amount, count, percent, prose, whole } from './number.ts';
import { listed, range } from './range.ts';
import { conflictReasons } from './reported.ts';
import { type Column, table } from './table.ts';
import { hang, plain } from './text.ts';

/** `60 % of what is required of a package`, over the horizon or in each period: never of what is made. */
const shareOf = (rule: ShareCap | ShareFloor, share: number): string =>
  `${percent(share)} of what is required of a package${rule.per === 'period' ? ' in each period' : ''}`;

function scopeWords(scope: Scope | undefined): string {
  const words = [
    scope?.items && `items ${listed(scope.items)}`,
    scope?.critical !== undefined && (scope.critical ? 'critical items' : 'items that are not critical'),
    scope?.process && `process ${scope.process}`,
    scope?.suppliers && `suppliers ${listed(scope.suppliers)}`,
    scope?.category && `category ${scope.category.join(', ')}`,
    scope?.region && `region ${scope.region}`,
    scope?.country && `country ${listed(scope.country)}`,
    scope?.from && `from ${scope.from}`,
    scope?.to && `to ${scope.to}`,
  ].filter((word) => typeof word === 'string');
  return words.length === 0 ? '' : ` (${words.join('; ')})`;
}

function statement(rule: Rule): string {
  switch (rule.rule) {
    case 'source-count':
      return `${range(rule.min, rule.max, 'source')} for each package${rule.strict ? ', strictly' : ''}`;
    case 'share-cap':
      return `a firm makes at most ${shareOf(rule, rule.max)}`;
    case 'share-floor':
      return `each awarded firm makes at least ${shareOf(rule, rule.min)}`;
    case 'member-count':
      return range(rule.min, rule.max, 'member');
    case 'budget':
      return `at most € ${whole(rule.max)} of ${listed(rule.of)} in ${rule.year}`;
    case 'commitment':
      return `${rule.supplier} is promised ${count(rule.perYear, 'unit')} of ${rule.item} a year`;
    case 'ramp-rate': {
      const plus = rule.plus > 0 ? ` and ${amount(rule.plus, 'hour')}` : '';
      return `a firm's hours grow by at most ${percent(rule.max)}${plus} a period, or by its own rampRate`;
    }
    case 'labour': {
      const limits = [
        rule.hiresPerPeriod !== undefined && `${prose(rule.hiresPerPeriod)} hires a period at a firm`,
        rule.regionHiresPerPeriod !== undefined && `${prose(rule.regionHiresPerPeriod)} in a region`,
      ].filter((words) => typeof words === 'string');
      return `work takes people: ${amount(rule.productiveHours, 'hour')} a head and period, at most ${limits.join(' and ')}`;
    }
    case 'onboarding-throughput':
      return `at most ${count(rule.max, 'onboarding')} start in a period`;
    case 'learning': {
      const what = rule.model === 'crawford' ? 'the hours of a unit' : 'the average hours of all units so far';
      return `each doubling of what a firm has made takes ${what} to ${percent(rule.rate)}, at least ${percent(rule.floor)} of those stated`;
    }
    case 'exclude':
      return `no award for ${listed(rule.suppliers)}`;
    case 'lock': {
      if (rule.share !== undefined)
        return `${rule.supplier} makes exactly ${percent(rule.share)} of what is required of ${rule.item}`;
      const verb = rule.award ? 'is' : 'is not';
      return rule.item === undefined
        ? `${rule.supplier} ${verb} a member`
        : `${rule.supplier} ${verb} awarded ${rule.item}`;
    }
    case 'survive-outage':
      return outageStatement(rule);
    default:
      return consortiumStatement(rule);
  }
}

/** What is left out is as the scenario's settings or the suppliers say. */
function outageStatement(rule: RuleOf<'survive-outage'>): string {
  const { domains = [], serviceLevel, timeToRecover, surge, losses, requalification } = rule;
  const lost = domains.length === 0 ? 'domain' : domains.join(' or ');
  const details = [
    serviceLevel === undefined ? '' : `${percent(serviceLevel)} of the service`,
    timeToRecover === undefined ? '' : `${count(timeToRecover, 'period')} to recover`,
    surge === undefined ? '' : `${percent(surge)} surge`,
    requalification ? 'moved work is qualified once more' : '',
  ].filter((words) => words !== '');
  const which = losses === 1 ? `loss of any one ${lost}` : `loss of any one or two of ${lost}`;
  return `protected against the ${which}${details.length === 0 ? '' : `: ${details.join(', ')}`}`;
}

/** A rule in words: `at least 2 sources for each package (critical items)`. */
export const ruleWords = (rule: Rule): string =>
  plain(`${statement(rule)}${scopeWords(rule.scope)}${isSoft(rule) ? `; soft, priority ${priorityOf(rule)}` : ''}`);

/** How far a rule is from being broken, in its own unit. */
function toSpare(rule: Rule | undefined, slack: number | null): string {
  // What lets hours fall has no limit to come near to.
  if (rule?.rule === 'learning') return '–';
  // So does what is left unprotected, which has a section of its own.
  if (rule?.rule === 'survive-outage') return '–';
  if (slack === null) return 'met nothing';
  if (rule?.rule === 'lock' || rule?.rule === 'exclude') return '–';
  if (Math.abs(slack) < 1e-6) return 'none';
  if (rule?.rule === 'source-count') return count(slack, 'source');
  if (rule?.rule === 'member-count') return count(slack, 'firm');
  if (rule?.rule === 'ramp-rate') return amount(slack, 'hour');
  if (rule?.rule === 'labour') return amount(slack, 'head');
  if (rule?.rule === 'onboarding-throughput') return count(slack, 'start');
  if (rule?.rule === 'budget') return `€ ${prose(slack)}`;
  if (rule?.rule === 'commitment') return amount(slack, 'unit');
  return consortiumRoom(rule, slack) ?? (rule === undefined ? prose(slack) : amount(slack * 100, 'point'));
}

/** Packages of a rule with fewer eligible sources than it asks for, as they are reported. */
const notEligible = (plan: Plan, { id }: Rule): Plan['reported'] =>
  plan.reported.filter(({ code, message }) => code === 'too-few-sources' && message.includes(`rule ${id} asks for `));

/** `1 of 2 on standby`: of the awards that a rule of the least number of sources counts, those that make nothing. */
function standbyWords(plan: Plan, scenario: Scenario, rule: Rule): string[] {
  if (rule.rule !== 'source-count' || rule.min === undefined) return [];
  const { scope } = rule;
  const items = new Set(
    scenario.items
      .filter(({ item, critical }) => {
        const steps = scenario.routing.filter((step) => step.item === item);
        const asked = scope?.process === undefined || steps.some(({ process }) => process === scope.process);
        const named = scope?.items === undefined || scope.items.includes(item);
        return asked && named && (scope?.critical === undefined || critical === scope.critical);
      })
      .map(({ item }) => item),
  );
  if (scope?.suppliers ?? scope?.category ?? scope?.region ?? scope?.country) return [];
  const awards = plan.awards.filter(({ item }) => items.has(item));
  const idle = awards.filter(({ share }) => share === 0);
  return idle.length === 0 ? [] : [`${whole(idle.length)} of ${whole(awards.length)} on standby`];
}

/** What a reader must know beside "holds": sources that are not there to be had, and sources that make nothing. */
function remarks(plan: Plan, scenario: Scenario, rule: Rule): string {
  const short = notEligible(plan, rule);
  const figures = /has (\d+) eligible.* asks for (\d+)/.exec(short[0]?.message ?? '');
  const many = `${count(short.length, 'package')} only as far as eligible`;
  const one = `${short[0]?.item} as far as eligible: ${figures?.[1]} of ${figures?.[2]}`;
  const eligible = short.length === 0 ? [] : [short.length === 1 && figures !== null ? one : many];
  return [...eligible, ...standbyWords(plan, scenario, rule)].map((words) => `; ${plain(words)}`).join('');
}

/** Where no plan can hold all rules: those that cannot hold together, in words, and what of the scenario they come up against. */
export function conflictLines(plan: Plan, scenario: Scenario, look: Look): string[] {
  const conflict = rulesToKeep(scenario.rules).filter((rule) => plan.conflict.includes(rule.id));
  const columns: Column<Rule>[] = [
    { header: 'Rule', cell: (rule) => plain(rule.id), least: 12 },
    { header: 'Says', cell: ruleWords, least: 20, wraps: true },
  ];
  const lines = conflict.length === 0 ? [] : dimHeader(table(columns, conflict, look.width), look);
  // Without rules in conflict the answer itself tells the first reason.
  const reasons = conflictReasons(plan).slice(conflict.length === 0 ? 1 : 0);
  const why = reasons.flatMap((reason) => hang(`· ${plain(reason)}`, look.width, 2));
  return [...section('Cannot hold together', lines, look), ...section('Why', why, look)];
}

/** Whether the plan says that it does not keep a soft rule, or the legal form that it is a part of. */
const isGivenUp = (plan: Plan, id: string): boolean =>
  namedAsGivenUp(plan).some((rule) => rule === id || id.startsWith(`${rule}/`));

/** Whether an outage that the rule speaks of leaves service unprotected. */
const isOpen = ({ robustness }: Plan, id: string): boolean =>
  robustness.assessed && robustness.unprotected.some(({ rule }) => rule === id);

/** The rules, whether they hold and what they have to spare. */
export function ruleLines(plan: Plan, scenario: Scenario, look: Look): string[] {
  const stated = new Map(rulesToKeep(scenario.rules).map((rule) => [rule.id, rule]));
  const words = (id: string): string => {
    const rule = stated.get(id);
    return rule === undefined ? '' : `${ruleWords(rule)}${remarks(plan, scenario, rule)}`;
  };
  const holds = ({ rule, holds }: Plan['rules'][number]): string => {
    const own = stated.get(rule);
    if (!holds) return isGivenUp(plan, rule) ? 'given up' : 'NO';
    return isOpen(plan, rule) || (own !== undefined && notEligible(plan, own).length > 0) ? 'in part' : 'yes';
  };
  const columns: Column<Plan['rules'][number]>[] = [
    { header: 'Rule', cell: (row) => plain(row.rule), least: 12 },
    { header: 'Says', cell: (row) => words(row.rule), least: 20, wraps: true },
    { header: 'Holds', cell: holds },
    { header: 'To spare', cell: (row) => toSpare(stated.get(row.rule), row.slack), align: 'right' },
  ];
  if (plan.rules.length === 0) return [];
  return section(`Rules (${plan.rules.length})`, dimHeader(table(columns, plan.rules, look.width), look), look);
}
