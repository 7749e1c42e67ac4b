import { awardLink } from './award-link.ts';
import { awards } from './awards.ts';
import { budget } from './budget.ts';
import { capacity } from './capacity.ts';
import { certificates } from './certificates.ts';
import type { Check } from './check.ts';
import { commitment } from './commitment.ts';
import { conflict } from './conflict.ts';
import { contentShare } from './content-share.ts';
import { cost } from './cost.ts';
import { costAim } from './cost-aim.ts';
import { deliveries } from './deliveries.ts';
import { dependencyCap } from './dependency-cap.ts';
import { eligibility } from './eligibility.ts';
import { exclude } from './exclude.ts';
import { expansion } from './expansion.ts';
import { gaps } from './gaps.ts';
import { groupCount } from './group-count.ts';
import { heading } from './heading.ts';
import { labour } from './labour.ts';
import { learning } from './learning.ts';
import { lock } from './lock.ts';
import { meetRequirement } from './meet-requirement.ts';
import { memberCount } from './member-count.ts';
import { members } from './members.ts';
import { minimumOrder } from './minimum-order.ts';
import { noPlan } from './no-plan.ts';
import { onboardingStart } from './onboarding-start.ts';
import { onboardingThroughput } from './onboarding-throughput.ts';
import { pastDue } from './past-due.ts';
import { pipeline } from './pipeline.ts';
import { priceBounds } from './price-bounds.ts';
import { rampRate } from './ramp-rate.ts';
import { rampUp } from './ramp-up.ts';
import { regionShareCap } from './region-share-cap.ts';
import { reported } from './reported.ts';
import { rows } from './rows.ts';
import { rules } from './rules.ts';
import { shareCap } from './share-cap.ts';
import { shareFloor } from './share-floor.ts';
import { shipping } from './shipping.ts';
import { shortfallAim } from './shortfall-aim.ts';
import { shortfallRows } from './shortfall-rows.ts';
import { sourceCount } from './source-count.ts';
import { surviveOutage } from './survive-outage.ts';

/** The rules that a planner states, one check for each kind. */
export const ruleChecks: readonly Check[] = [
  sourceCount,
  shareCap,
  shareFloor,
  memberCount,
  lock,
  exclude,
  groupCount,
  regionShareCap,
  contentShare,
  dependencyCap,
  commitment,
  budget,
  ...[sourceCount, shareCap, shareFloor, memberCount, lock, exclude],
  ...[rampRate, labour, onboardingThroughput, learning, surviveOutage],
];

/** What else holds of a plan: its form, the physics, the aims, and every figure that follows from others. */
export const planChecks: readonly Check[] = [
  heading,
  rows,
  conflict,

  meetRequirement,
  deliveries,
  pipeline,
  capacity,
  expansion,
  awardLink,
  minimumOrder,
  onboardingStart,
  eligibility,
  certificates,
  shipping,

  cost,
  shortfallAim,
  costAim,
  gaps,
  priceBounds,

  members,
  awards,
  rampUp,
  shortfallRows,
  pastDue,
  rules,
  reported,
];

/** What holds of an answer without a plan. */
export const noPlanChecks: readonly Check[] = [heading, noPlan, conflict];
