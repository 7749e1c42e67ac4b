import type { RuleName } from '../../scenarios/domain/rule.ts';
import { awardLink } from './award-link.ts';
import { budget } from './budget.ts';
import { capacity } from './capacity.ts';
import { certificates } from './certificates.ts';
import { commitment } from './commitment.ts';
import type { StatedConstraint, StructuralConstraint } from './constraint.ts';
import { contentShare } from './content-share.ts';
import { deliveries } from './deliveries.ts';
import { dependencyCap } from './dependency-cap.ts';
import { exclude } from './exclude.ts';
import { expansion } from './expansion.ts';
import { groupCount } from './group-count.ts';
import { labour } from './labour.ts';
import { learning } from './learning.ts';
import { legalForm } from './legal-form.ts';
import { lock } from './lock.ts';
import { meetRequirement } from './meet-requirement.ts';
import { memberCount } from './member-count.ts';
import { membership } from './membership.ts';
import { minimumOrder } from './minimum-order.ts';
import { notRequired } from './not-required.ts';
import { onboardingStart } from './onboarding-start.ts';
import { onboardingThroughput } from './onboarding-throughput.ts';
import { pipeline } from './pipeline.ts';
import { priceBreaks } from './price-breaks.ts';
import { rampRate } from './ramp-rate.ts';
import { regionShareCap } from './region-share-cap.ts';
import { shareCap } from './share-cap.ts';
import { shareFloor } from './share-floor.ts';
import { shipping } from './shipping.ts';
import { sourceCount } from './source-count.ts';
import { surviveOutage } from './survive-outage.ts';

/** The laws of every plan, in the order in which their rows are written. */
export const structural: readonly StructuralConstraint[] = [
  meetRequirement,
  deliveries,
  notRequired,
  pipeline,
  capacity,
  expansion,
  awardLink,
  minimumOrder,
  priceBreaks,
  membership,
  onboardingStart,
  certificates,
  shipping,
];

/** The rules that a planner can state, by name. */
export const stated: { readonly [Name in RuleName]: StatedConstraint<Name> } = {
  'source-count': sourceCount,
  'share-cap': shareCap,
  'share-floor': shareFloor,
  'member-count': memberCount,
  lock,
  exclude,
  'group-count': groupCount,
  'region-share-cap': regionShareCap,
  'content-share': contentShare,
  'dependency-cap': dependencyCap,
  'legal-form': legalForm,
  commitment,
  budget,
  'ramp-rate': rampRate,
  labour,
  'onboarding-throughput': onboardingThroughput,
  learning,
  'survive-outage': surviveOutage,
};
