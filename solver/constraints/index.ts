import type { RuleName } from '../../scenarios/domain/rule.ts';
import { awardLink } from './award-link.ts';
import { capacity } from './capacity.ts';
import { certificates } from './certificates.ts';
import type { StatedConstraint, StructuralConstraint } from './constraint.ts';
import { deliveries } from './deliveries.ts';
import { exclude } from './exclude.ts';
import { labour } from './labour.ts';
import { lock } from './lock.ts';
import { meetRequirement } from './meet-requirement.ts';
import { memberCount } from './member-count.ts';
import { membership } from './membership.ts';
import { notRequired } from './not-required.ts';
import { onboardingStart } from './onboarding-start.ts';
import { onboardingThroughput } from './onboarding-throughput.ts';
import { pipeline } from './pipeline.ts';
import { rampRate } from './ramp-rate.ts';
import { shareCap } from './share-cap.ts';
import { shareFloor } from './share-floor.ts';
import { shipping } from './shipping.ts';
import { sourceCount } from './source-count.ts';

/** The laws of every plan, in the order in which their rows are written. */
export const structural: readonly StructuralConstraint[] = [
  meetRequirement,
  deliveries,
  notRequired,
  pipeline,
  capacity,
  awardLink,
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
  'ramp-rate': rampRate,
  labour,
  'onboarding-throughput': onboardingThroughput,
};
