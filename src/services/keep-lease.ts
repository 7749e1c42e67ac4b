import type { ClaimedJob, Clock, Job, JobQueue, Timer } from './ports.ts';

/** What keeping a lease needs from the outside. */
export interface LeasePorts {
  readonly queue: Pick<JobQueue, 'renew'>;
  readonly now: Clock;
  readonly after: Timer;
}

/** How long a lease is, and how often it is renewed, in milliseconds. */
export interface LeaseTerms {
  readonly leaseFor: number;
  readonly renewEvery: number;
}

/** Who is told: how the job stands at each renewal; that the lease is lost, once, at the end. */
export interface LeaseWatch {
  readonly renewed: (job: Job) => void;
  readonly lost: () => void;
}

/**
 * Renews a lease again and again until `end` is called or the lease is lost: the database says so, or it has not been heard of since the
 * lease ran out.
 */
export function keepLease(
  { queue, now, after }: LeasePorts,
  { claimed, leaseFor, renewEvery }: LeaseTerms & { readonly claimed: ClaimedJob },
  watch: LeaseWatch,
): { readonly end: () => void } {
  let until = now() + leaseFor;
  let over = false;
  let cancel = (): void => undefined;
  const end = (): void => {
    over = true;
    cancel();
  };
  const beat = async (): Promise<void> => {
    const at = now();
    const answer = await queue.renew(claimed, leaseFor).then(
      (job) => ({ heard: true, job }),
      () => ({ heard: false, job: undefined }),
    );
    if (over) return;
    if (answer.job !== undefined) {
      until = at + leaseFor;
      watch.renewed(answer.job);
    } else if (answer.heard || now() >= until) {
      end();
      watch.lost();
    }
    next();
  };
  const next = (): void => {
    if (!over) cancel = after(renewEvery, () => void beat());
  };
  next();
  return { end };
}
