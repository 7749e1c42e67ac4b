/**
 * Every way in which the service says no: the status, a title that never changes, and what to do. The codes are part of the API: they
 * may be added to, never changed.
 */
export const PROBLEMS = {
  'bad-request': {
    status: 400,
    title: 'The request is not understood',
    advice: 'Compare it with the reference at /docs.',
  },
  malformed: {
    status: 400,
    title: 'The body cannot be read',
    advice: 'Send the form of body that the reference names.',
  },
  unauthenticated: {
    status: 401,
    title: 'No valid token',
    advice: 'Send "Authorization: Bearer TOKEN" with a token that has not expired.',
  },
  forbidden: {
    status: 403,
    title: 'The token does not allow this',
    advice: 'Ask for a token with the scope that is named.',
  },
  'foreign-origin': {
    status: 403,
    title: 'Asked from somewhere else',
    advice: 'Without a token the service answers this machine alone.',
  },
  'not-found': {
    status: 404,
    title: 'Not there',
    advice: 'Lists show what there is for you; /docs shows every route.',
  },
  'no-plan-yet': { status: 404, title: 'No plan yet', advice: 'Ask again later, or follow the events of the job.' },
  'method-not-allowed': { status: 405, title: 'Not with this method', advice: 'The header Allow names the methods.' },
  'name-taken': { status: 409, title: 'The name is taken', advice: 'Choose another name, or change what has it.' },
  'in-progress': {
    status: 409,
    title: 'The same request is being answered',
    advice: 'Ask again in some seconds with the same key.',
  },
  'no-plan': {
    status: 410,
    title: 'It ended without a plan',
    advice: 'The job says why; ask anew with what it advises.',
  },
  finished: { status: 410, title: 'It has ended already', advice: 'Its result is there to be read.' },
  changed: {
    status: 412,
    title: 'Changed in the meantime',
    advice: 'Read it again and repeat the change on what stands there now.',
  },
  'too-large': { status: 413, title: 'Too large', advice: 'Send less, or use the command line, which takes more.' },
  'unsupported-type': {
    status: 415,
    title: 'Not a form of body that is read here',
    advice: 'The reference names the content types.',
  },
  'bad-input': { status: 422, title: 'The input is not right', advice: 'Mend what errors names; nothing was kept.' },
  'key-reused': {
    status: 422,
    title: 'The Idempotency-Key was used for another request',
    advice: 'Use a new key for a new request.',
  },
  'version-needed': {
    status: 428,
    title: 'It is not said which version is changed',
    advice: 'Send If-Match with the ETag that was read, or If-None-Match: * for something new.',
  },
  fault: { status: 500, title: 'A fault of the service', advice: 'Report the request id; it is safe to ask again.' },
  unavailable: { status: 503, title: 'Not at the moment', advice: 'Ask again in some seconds.' },
} as const satisfies Record<string, { status: number; title: string; advice: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** The HTTP status of a problem. */
export type StatusOf<Code extends ProblemCode> = (typeof PROBLEMS)[Code]['status'];

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(PROBLEMS, code);
