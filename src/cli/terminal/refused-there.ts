import type { InputProblem } from '../../../scenarios/domain/input-problem.ts';
import type { Service, ServiceProblem } from '../../client/client.ts';
import { plain } from '../format/text.ts';
import type { Refusal } from './exit.ts';

/** What to do, where the command line knows better than the service. */
const HINTS: Readonly<Partial<Record<ServiceProblem['code'], string>>> = {
  unreachable: 'start it there by gilde serve, or see whether the address is right',
  unauthenticated: 'put a token into GILDE_TOKEN, or name its file by --token-file; gilde token issue makes one',
  'foreign-origin': 'put a token into GILDE_TOKEN, or name its file by --token-file; gilde token issue makes one',
};

/** What a service refused, in the words and the form of the command line. */
export function refusedThere({ url }: Service, problem: ServiceProblem): Refusal {
  const { code, detail, advice, errors = [], requestId } = problem;
  const message = code === 'unreachable' ? `cannot reach ${url}: ${detail}` : `${url}: ${detail}`;
  const request = problem.status >= 500 && requestId !== '' ? ` (request ${plain(requestId)})` : '';
  return {
    ok: false,
    message: plain(message),
    problems: errors.map(
      ({ got, file = 'request', parameter, ...error }): InputProblem => ({
        ...(error as Omit<InputProblem, 'file'>),
        file,
        ...(parameter !== undefined && { column: parameter }),
        ...(got !== undefined && { found: got }),
      }),
    ),
    hint: (HINTS[code] ?? plain(advice)) + request,
  };
}
