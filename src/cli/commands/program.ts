import { Command } from 'commander';
import { ENGINE_NAMES } from '../../services/ports.ts';
import type { Io } from '../terminal/io.ts';
import { lookFor } from '../terminal/paint.ts';
import { addBatch } from './batch.ts';
import { addCompare } from './compare.ts';
import { addCurve } from './curve.ts';
import { addDatabase } from './database.ts';
import { addEnvelope } from './envelope.ts';
import { type ExplainOptions, explain } from './explain.ts';
import { type ExportOptions, exportModel } from './export.ts';
import { addOrganisation } from './organisation.ts';
import { plan } from './plan.ts';
import { proposals } from './proposals.ts';
import type { PlanOptions } from './question.ts';
import { addRegistry } from './registry.ts';
import { addRobustness } from './robustness.ts';
import { addServe } from './serve.ts';
import { addSheet } from './sheet.ts';
import { addSimulate } from './simulate.ts';
import { addStress } from './stress.ts';
import { addTemplate } from './template.ts';
import { addToken } from './token.ts';
import { type VerifyOptions, verify } from './verify.ts';

const GILDE_EXAMPLES = `Examples:
  gilde plan scenarios/examples/crane                    plan, write nothing
  gilde plan scenarios/examples/crane --out out/crane    plan and keep the plan
  gilde verify out/crane/plan.json                       re-check it
  gilde explain out/crane/plan.json                      why so, and what else
`;

const PLAN_EXAMPLES = `Examples:
  gilde plan scenarios/examples/crane --out out/crane
  gilde plan scenarios/examples/crane --gap 0.001 --time 600
  gilde plan scenarios/examples/crane --json | jq .aims
  gilde plan scenarios/examples/crane --proposals 4 --out out/choice
  gilde plan scenarios/examples/crane --from out/crane/plan.json
  gilde plan - < scenario.json
  gilde plan scenarios/examples/crane --server http://127.0.0.1:8470
`;

const VERIFY_EXAMPLES = `Examples:
  gilde verify out/crane/plan.json
  gilde verify out/crane/plan.json --scenario scenarios/examples/crane
  gilde plan DIR --json | gilde verify - --scenario DIR
`;

const EXPLAIN_EXAMPLES = `Examples:
  gilde explain out/crane/plan.json
  gilde explain out/crane/plan.json --conflict --time 300
  gilde explain out/crane/plan.json --why-not S017
  gilde explain out/crane/plan.json --next-euro --json | jq .improvements
`;

const EXPORT_EXAMPLES = `Examples:
  gilde export scenarios/examples/tiny --mps out/tiny.mps
  cbc out/tiny.mps solve solution out/tiny.txt
`;

const PLAN_NOTES = `
Ctrl-C keeps the best plan so far; a second one quits. A run that a limit ends
without a plan leaves what an earlier run wrote in place; the answer that a
scenario is infeasible is written like a plan.

Proposals: the cheapest, the most Dutch, the one with the fewest firms, the most
spread one, then different ones; each with the least shortfall and within the
allowance. Each is written into a folder of its own, e.g. 1-cheapest, beside
proposals.csv and proposals.json. Ctrl-C keeps those that are finished.

With --server the scenario is checked here, sent, solved there and the plan
checked here again; Ctrl-C asks the service to end with its best plan. Without a
token a service of this machine answers for its local organisation.

Exit codes:
  0  done, also when a limit or Ctrl-C ended a solve that has a plan
  2  bad input or usage, or the service refused
  3  infeasible: the rules that cannot hold together are named
  4  a limit was reached without a plan
  70 a bug`;

const EXPORT_NOTES = `
The model is free MPS, to be minimised. Names keep letters, digits and . | : + -
(the rest becomes _) and are made unique; the constant of the cost is the
right-hand side of OBJ with its sign changed. The shortfall is solved as the
scenario's solve block says.

Exit codes:
  0  written
  2  bad input or usage
  3  infeasible: the rules that cannot hold together are named
  4  a limit was reached without a plan
  70 a bug`;

const VERIFY_NOTES = `
Exit codes:
  0  the plan holds
  1  it does not: each violation is named
  2  bad input or usage
  70 a bug`;

const EXPLAIN_NOTES = `
Without a question: why the plan is short or there is none, what each rule costs,
what an hour is worth, where the next euro helps most, and what each firm is for.
Every change that is told was applied to the scenario, solved again as the plan
was made, and verified; --json has it as a JSON Patch. A difference that is
smaller than the gaps of the two plans is not told as less or more.

Ctrl-C tells what is known by then; a second one quits.

Exit codes:
  0  explained, also when a limit or Ctrl-C left some of it untried
  1  the plan does not hold for this scenario: each violation is named
  2  bad input or usage
  4  the plan is the answer that a limit was reached: there is nothing to explain
  70 a bug`;

type Finish = (code: number) => void;

function addPlan(program: Command, io: Io, finish: Finish): void {
  program
    .command('plan')
    .summary('plan a scenario')
    .description(
      'Reads and checks a scenario, solves it and verifies the plan; only then shows it and, where asked, writes ' +
        'plan.json, run.json and the plan as tables (awards, members, production, …): all of them or none.',
    )
    .argument('<scenario>', 'scenario folder, a .json file, or - for a JSON document on stdin')
    .option('--out <dir>', 'write the plan and its tables into this folder')
    .option('--gap <fraction>', 'stop at this relative gap of each aim (else as the scenario says, else 0.01)')
    .option('--time <seconds>', 'stop after this time (else as the scenario says, else 60)')
    .option('--work <nodes>', 'stop each aim after this many branch-and-bound nodes: the same plan on every machine')
    .option('--engine <name>', `${ENGINE_NAMES.join(' or ')} (small models only)`)
    .option(
      '--strategy <name>',
      'monolithic: the whole model to one engine; kernel: large models in parts (else by the size of the model)',
    )
    .option('--seed <number>', 'seed of the engine (else as the scenario says, else 1)')
    .option('--from <plan>', 'plan.json of a scenario like this one, to start from where the strategy can')
    .option('--proposals <n>', 'up to n plans that differ on purpose, to compare; --time is for each of them')
    .option('--allowance <x>', 'how much dearer than the cheapest a proposal may be, as a fraction (else 0.05)')
    .option('--server <url>', 'have it solved by a service (gilde serve) instead of this machine')
    .option('--token-file <file>', 'token for the service; else GILDE_TOKEN holds it')
    .option('--json', 'print plan.json, or all proposals, on stdout instead of the summary')
    .addHelpText('before', PLAN_EXAMPLES)
    .addHelpText('after', PLAN_NOTES)
    .action(async (scenario: string, options: PlanOptions) => {
      const several = options.proposals !== undefined || options.allowance !== undefined;
      finish(await (several ? proposals : plan)(io, scenario, options));
    });
}

function addVerify(program: Command, io: Io, finish: Finish): void {
  program
    .command('verify')
    .summary('re-check a plan')
    .description('Re-checks every rule and recomputes every figure and aim from the plan and its scenario alone.')
    .argument('<plan>', 'plan.json, or - for stdin')
    .option('--scenario <dir>', 'scenario folder or .json file (default: the one that run.json beside the plan names)')
    .option('--json', 'print the verification as JSON')
    .addHelpText('before', VERIFY_EXAMPLES)
    .addHelpText('after', VERIFY_NOTES)
    .action(async (path: string, options: VerifyOptions) => finish(await verify(io, path, options)));
}

function addExplain(program: Command, io: Io, finish: Finish): void {
  program
    .command('explain')
    .summary('tell why a plan is as it is, and what would change it')
    .description(
      'Why no plan holds all rules or why a plan is short, what rules cost, where the next euro helps most, why a ' +
        'firm is in the plan or not: by what-ifs, each solved again.',
    )
    .argument('<plan>', 'plan.json, or - for stdin')
    .option('--scenario <dir>', 'scenario folder or .json file (default: the one that run.json beside the plan names)')
    .option('--conflict', 'rules that cannot hold together, or keep the rest from being delivered; what would help')
    .option('--rules', 'what each rule costs, and what an hour is worth where hours are used up')
    .option('--next-euro', 'hours, certificates and waits, ranked by what more of them brings')
    .option('--why-not <supplier>', 'why a firm makes nothing, and what would bring it in')
    .option('--why [supplier]', 'what the plan loses without a member, or without each')
    .option('--time <seconds>', 'for all what-ifs together (else 60); each takes a tenth of it at most')
    .option('--work <nodes>', 'branch-and-bound nodes of each aim of each what-if (else as the plan was made)')
    .option('--json', 'print the explanation as JSON')
    .addHelpText('before', EXPLAIN_EXAMPLES)
    .addHelpText('after', EXPLAIN_NOTES)
    .action(async (path: string, options: ExplainOptions) => finish(await explain(io, path, options)));
}

function addExport(program: Command, io: Io, finish: Finish): void {
  program
    .command('export')
    .summary('write the model for another solver')
    .description(
      'Writes the whole model of a scenario for its last aim, cost; the earlier aim, shortfall, is solved first and ' +
        'stands in the model as a row.',
    )
    .argument('<scenario>', 'scenario folder, a .json file, or - for a JSON document on stdin')
    .requiredOption('--mps <file>', 'write the model into this file, all of it or nothing')
    .addHelpText('before', EXPORT_EXAMPLES)
    .addHelpText('after', EXPORT_NOTES)
    .action(async (scenario: string, options: ExportOptions) => finish(await exportModel(io, scenario, options)));
}

/** The commands and their help; `finish` receives the exit code of the one that ran. Usage errors are thrown by commander. */
export function program(io: Io, finish: Finish): Command {
  const gilde = new Command('gilde')
    .description('Consortium builder: from a bill of materials and suppliers to a verified ramp-up plan.')
    .version(io.version, '--version', 'print the version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text, write) => write(text),
      getOutHelpWidth: () => lookFor(io, io.stdout).width,
      getErrHelpWidth: () => lookFor(io, io.stderr).width,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .showHelpAfterError('hint: add --help to see examples and options')
    .addHelpText('before', GILDE_EXAMPLES);
  addPlan(gilde, io, finish);
  addVerify(gilde, io, finish);
  addExplain(gilde, io, finish);
  addEnvelope(gilde, io, finish);
  addBatch(gilde, io, finish);
  addCompare(gilde, io, finish);
  addRobustness(gilde, io, finish);
  addStress(gilde, io, finish);
  addCurve(gilde, io, finish);
  addSimulate(gilde, io, finish);
  addSheet(gilde, io, finish);
  addExport(gilde, io, finish);
  addTemplate(gilde, io, finish);
  addRegistry(gilde, io, finish);
  addServe(gilde, io, finish);
  addOrganisation(gilde, io, finish);
  addToken(gilde, io, finish);
  addDatabase(gilde, io, finish);
  return gilde;
}
