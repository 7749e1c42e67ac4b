import type { WhyExplanation } from '../../scenarios/domain/explanation.ts';
import type { Plan } from '../../scenarios/domain/plan.ts';
import { addRule } from './changes/rules.ts';
import type { Trials } from './trials.ts';

/** A share below this is noise of the engine. */
const NOISE = 1e-6;
/** Members that are left out in turn, those with the largest spend first. */
const MOST_MEMBERS = 20;

/** What the plan loses without a member, for each: cost, shortfall, and who makes its items instead. */
export async function whyMembers(trials: Trials, only?: string): Promise<readonly WhyExplanation[]> {
  const { members } = trials.base;
  const bySpend = [...members].sort(
    (left, right) => right.spend - left.spend || (left.supplier < right.supplier ? -1 : 1),
  );
  const asked = only === undefined ? bySpend : bySpend.filter(({ supplier }) => supplier === only);
  if (asked.length > MOST_MEMBERS)
    trials.untried(`the plan without ${asked.length - MOST_MEMBERS} of its smaller members`);
  const explained: WhyExplanation[] = [];
  for (const { supplier } of asked.slice(0, MOST_MEMBERS)) {
    const why = await whyMember(trials, supplier);
    if (why) explained.push(why);
    else trials.untried(`the plan without ${supplier}`);
  }
  return explained;
}

async function whyMember(trials: Trials, supplier: string): Promise<WhyExplanation | undefined> {
  const change = withoutFirm(supplier);
  const found = await trials.planned(change.patch);
  const without = await trials.tried(change);
  // Where no plan was found in time, who would make its items is not known.
  if (found === undefined || without === undefined || found.plan.status === 'unknown') return undefined;
  const { plan } = found;
  const items = trials.base.awards
    .filter((award) => award.supplier === supplier)
    .map(({ item, share }) => ({ item, share, ...taken(trials.base, plan, item, supplier) }));
  return { supplier, without, conflict: plan.conflict, items };
}

/** The plan without a firm: it is excluded from every package. */
export const withoutFirm = (supplier: string) => ({
  words: `without ${supplier}`,
  patch: [addRule({ rule: 'exclude', suppliers: [supplier] })],
});

/** Who makes more of an item in another plan, and what of it nobody makes there. */
function taken(before: Plan, after: Plan, item: string, without: string) {
  const shares = ({ awards }: Plan) => awards.filter((award) => award.item === item);
  const was = new Map(shares(before).map(({ supplier, share }) => [supplier, share]));
  const sum = (plan: Plan) => shares(plan).reduce((total, { share }) => total + share, 0);
  const instead = shares(after)
    .map(({ supplier, share }) => ({ supplier, share: share - (was.get(supplier) ?? 0) }))
    .filter(({ supplier, share }) => supplier !== without && share > NOISE);
  const missing = sum(before) - sum(after);
  return { instead, missing: missing > NOISE ? missing : 0 };
}
