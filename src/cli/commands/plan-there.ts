import { zipSync } from 'fflate';
import {
  answerOf,
  type Client,
  createClient,
  type FollowedJob,
  followJob,
  type JobEvent,
  type ScenarioSent,
  type Service,
  sendScenario,
  textOf,
} from '../../client/client.ts';
import type { PlanProgress } from '../../services/plan-scenario.ts';
import { type Told, timelineOf } from '../../services/timeline.ts';
import { readPlan, verifyPlan } from '../../services/verify-plan.ts';
import { type Refusal, warn } from '../terminal/exit.ts';
import { interruptible } from '../terminal/interrupt.ts';
import type { Io } from '../terminal/io.ts';
import { judgeFor } from '../terminal/judge.ts';
import { shellWord } from '../terminal/path.ts';
import { finishing, startProgress } from '../terminal/progress.ts';
import { readText } from '../terminal/read-bytes.ts';
import { refusedThere } from '../terminal/refused-there.ts';
import type { PlanOptions, Question, SolvedQuestion } from './question.ts';

type AskedService = Service & { readonly ok: true };

/** The service of `--server`, with the token of `--token-file` or GILDE_TOKEN; undefined where the plan is made here. */
export async function serviceAsked(
  io: Io,
  { server, tokenFile, from }: PlanOptions,
): Promise<AskedService | Refusal | undefined> {
  if (server === undefined)
    return tokenFile === undefined
      ? undefined
      : { ok: false, message: '--token-file is for --server', hint: 'add --server URL' };
  if (from !== undefined)
    return {
      ...{ ok: false, message: '--from is not available with --server' },
      hint: 'leave it out: a service starts from the newest plan of the scenario that was changed',
    };
  if (!/^https?:\/\/[^/]+\/?$/.test(server) || !URL.canParse(server))
    return { ok: false, message: `--server must be an address as http://127.0.0.1:8470, got ${server}` };
  const url = new URL(server).origin;
  const read = tokenFile === undefined ? undefined : await readText(io, tokenFile);
  if (read?.ok === false) return read;
  const token = (read?.text ?? io.env['GILDE_TOKEN'] ?? '').trim();
  if (/[^\x21-\x7e]/.test(token)) return { ok: false, message: 'the token must be one word without spaces' };
  return { ok: true, url, ...(token !== '' && { token }) };
}

/** ` --server … --token-file …`: as they were given, to run the same again. */
export const sameServer = ({ server, tokenFile }: PlanOptions): string =>
  (server === undefined ? '' : ` --server ${shellWord(server)}`) +
  (tokenFile === undefined ? '' : ` --token-file ${shellWord(tokenFile)}`);

/** A folder as a zip, without the files that are only warned of. */
function sentAs({ source }: Question['found']): ScenarioSent {
  if ('document' in source) return source;
  const files = [...source.files].filter(([, bytes]) => bytes.length > 0);
  return { zip: zipSync(Object.fromEntries(files)) as Uint8Array<ArrayBuffer> };
}

/** The progress that an event tells of, if any. */
const progressOf = ({ at: _, ...event }: JobEvent): PlanProgress | undefined => {
  if (event.type !== 'progress') return undefined;
  const { type: __, ...progress } = event;
  return progress;
};

const failed = (fault: string): Refusal => ({ ok: false, message: `the service has no plan: ${fault}` });

/** The text of the plan with which a job has ended, or why there is none. */
async function planText(
  service: Service,
  client: Client,
  job: FollowedJob,
): Promise<{ readonly ok: true; readonly text: string } | Refusal> {
  if (job.state === 'failed') return failed(job.fault ?? 'it does not say why');
  if (job.state === 'cancelled') return failed('the job was cancelled before it began');
  const text = await textOf(client.v1.jobs[':id'].plan.$get({ param: { id: job.id } }));
  return text.ok ? { ok: true, text: text.value } : refusedThere(service, text.problem);
}

/** Has a scenario solved by a service; the plan is verified here, from the scenario alone. */
async function follow(
  service: Service,
  { found, settings }: Question,
  watch: { readonly event: (event: JobEvent) => void; readonly begun: (stop: () => void) => void },
): Promise<{ readonly ok: true; readonly text: string } | Refusal> {
  const client = createClient(service);
  const sent = await sendScenario(service, sentAs(found));
  if (!sent.ok) return refusedThere(service, sent.problem);
  const asked = await answerOf(client.v1.jobs.$post({ json: { scenario: sent.value.sha256, settings } }));
  if (!asked.ok) return refusedThere(service, asked.problem);
  const { id } = asked.value;
  watch.begun(() => void answerOf(client.v1.jobs[':id'].$delete({ param: { id } })));
  const job = await followJob(service, id, { event: watch.event });
  return job.ok ? planText(service, client, job.value) : refusedThere(service, job.problem);
}

/** Solves at a service with a moving line; the first Ctrl-C asks it to end with its best plan, a second one leaves it alone (undefined). */
export async function solveThere(
  io: Io,
  question: Question,
  service: Service,
): Promise<SolvedQuestion | Refusal | undefined> {
  const { scenario } = question.found.stated;
  warn(io, question.found.warnings);
  const began = io.now();
  let told: Told[] = [];
  let startedFrom: string | null = null;
  let stop: (() => void) | undefined;
  let [stopping, waiting, better] = [false, true, false];
  const title = {
    title: `at ${new URL(service.url).host}`,
    before: () => (waiting ? 'waits for its turn' : undefined),
  };
  const line = startProgress(io, question.settings.timeLimit ?? scenario.solve.timeLimit, title);
  const asked = (words: string): void => {
    stopping = true;
    stop?.();
    finishing(line)(words);
  };
  const left = () => (better ? 'the best plan so far is kept' : 'no plan has been found yet');
  const begun = (ask: () => void): void => {
    stop = ask;
    if (stopping) ask();
  };
  const event = (news: JobEvent): void => {
    waiting = false;
    if (news.type === 'started') [told, startedFrom] = [[], null];
    if (news.type === 'started' && news.attempt > 1) line.say('The service takes the job up anew.');
    if (news.type === 'from') startedFrom = news.plan;
    if (news.type === 'better') {
      better = true;
      told.push({ seconds: news.seconds, plan: news.aims });
    }
    const progress = progressOf(news);
    if (progress === undefined) return;
    told.push(progress);
    line.update(progress);
  };
  try {
    const solved = await interruptible(io, asked, left, () => follow(service, question, { event, begun }));
    if (solved === undefined || !solved.ok) return solved;
    const seconds = (io.now() - began) / 1000;
    const read = readPlan({ input: { text: solved.text } });
    if (!read.ok) return failed('its plan is of another release of Gilde');
    const from = io.now();
    const verification = await verifyPlan({ ctx: await judgeFor(io, scenario), input: { scenario, plan: read.value } });
    const timeline = timelineOf(told, { seconds, plan: read.value.aims });
    const taken = { solve: seconds, verify: (io.now() - from) / 1000 };
    return { plan: read.value, verification, timeline, startedFrom, seconds: taken };
  } finally {
    line.end();
  }
}
