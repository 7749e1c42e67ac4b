/** The allowed arrows of the house. Each message says what to do instead. */
const solverPackages = '^node_modules/(highs|javascript-lp-solver|yalps)/';
const from = (path, pathNot) => (pathNot ? { path, pathNot } : { path });
const forbid = (name, comment, source, target) => ({ name, comment, severity: 'error', from: source, to: target });

module.exports = {
  forbidden: [
    forbid(
      'no-cycles',
      'Two files that import each other are one room: merge them, or move what both need down.',
      {},
      { circular: true },
    ),
    forbid(
      'domain-imports-nothing',
      'The vocabulary stands alone: move what needs an import to scenarios/ or solver/.',
      from('^scenarios/domain/'),
      { pathNot: '^scenarios/domain/' },
    ),
    forbid(
      'scenarios-stand-alone',
      'A scenario is stated before anything is solved: pass what is needed as an argument.',
      from('^scenarios/'),
      { path: '^(solver|src|db)/' },
    ),
    forbid(
      'wire-knows-the-domain',
      'Formats translate to and from the domain; checks over several tables belong to scenarios/.',
      from('^scenarios/wire/'),
      { path: '^scenarios/', pathNot: '^scenarios/(wire|domain)/' },
    ),
    forbid(
      'solver-knows-no-service',
      'The solver takes values and returns values: pass the clock or the store as an argument.',
      from('^solver/'),
      { path: '^(src|db)/' },
    ),
    forbid(
      'rules-stand-alone',
      'Rule files never import each other: move what both need to scope.ts, hours-worked.ts or constraint.ts.',
      from('^solver/constraints/(?!index|constraint|scope|largest-useful-output|hours-worked|capacity-in-units)'),
      { path: '^solver/constraints/(?!constraint|scope|largest-useful-output|hours-worked|capacity-in-units)' },
    ),
    forbid(
      'checks-share-no-code',
      'A check is an independent judge: compute it again from scenario and plan; an engine is taken as an argument.',
      from('^solver/(checks/|verify\\.ts)', '^solver/checks/(case-)?price-bounds\\.ts'),
      { path: '^solver/', pathNot: '^solver/(checks/|verify\\.ts|engines/engine\\.ts)' },
    ),
    forbid(
      'bounds-are-their-formula',
      'The check of bounds by prices evaluates the kernel’s formula, at the fewest hours where they fall, nothing else of what makes plans.',
      from('^solver/checks/(case-)?price-bounds\\.ts'),
      { path: '^solver/', pathNot: '^solver/(checks/|problem\\.ts|learned\\.ts|strategies/kernel/)' },
    ),
    forbid(
      'nobody-solves-with-checks',
      'Only verify.ts runs the checks; the solver must not lean on its judge.',
      from('^solver/', '^solver/(checks/|verify\\.ts)'),
      { path: '^solver/(checks/|verify\\.ts)' },
    ),
    forbid(
      'engines-know-models-only',
      'An engine sees a LinearModel and limits, nothing of the planning problem.',
      from('^solver/engines/'),
      { path: '^(solver|scenarios)/', pathNot: '^solver/(engines|model)/' },
    ),
    forbid(
      'engines-behind-the-port',
      'Import solver/engines/engine.ts and take the engine as an argument.',
      from('^solver/', '^solver/engines/'),
      { path: '^solver/engines/', pathNot: '^solver/engines/(engine|checked)\\.ts' },
    ),
    forbid(
      'solver-packages-in-engines',
      'Only solver/engines may import a solver package; others take an Engine.',
      from('^(scenarios|src|solver)/', '^solver/engines/'),
      { path: solverPackages },
    ),
    forbid(
      'adapters-call-services',
      'The command line and HTTP are thin: call a service in src/services.',
      from('^src/(cli|http|jobs)/'),
      { path: '^solver/' },
    ),
    forbid(
      'storage-knows-the-domain',
      'The database keeps values of the domain: compute hashes, texts and checks in services and pass them in.',
      from('^db/'),
      { path: '^(solver|src|scenarios)/', pathNot: '^scenarios/domain/' },
    ),
    forbid(
      'storage-behind-the-port',
      'Take a Store or a DatabaseKeeper as an argument: its type is in src/services/ports.ts, the entries wire it.',
      from('^src/', '^src/(entry/|services/ports\\.ts)'),
      { path: '^db/' },
    ),
    forbid(
      'ports-are-types',
      'ports.ts names what stores do, it does not bring them along: write `export type`.',
      from('^src/services/ports\\.ts'),
      { path: '^db/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'database-packages-in-storage',
      'Only db/ may import the database packages; others take a Store.',
      from('^(scenarios|solver|src)/'),
      { path: '^node_modules/(drizzle-orm|@libsql|libsql)/' },
    ),
    forbid('services-know-ports', 'Services take engines and stores through ports.ts.', from('^src/services/'), {
      path: '^(src/(cli|http|jobs|entry)|solver/engines/(?!engine\\.ts))',
    }),
    forbid(
      'node-only-where-it-runs',
      'Take bytes or ports as arguments; node:* belongs to *.node.ts, src/cli and src/entry.',
      from('^(scenarios|solver|db|src)/', '(\\.node\\.ts$|^src/(cli|entry)/|^scenarios/(examples|registry/places)/)'),
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'places-stay-on-node',
      'The list of Dutch places is large: take places as an argument; the command line passes them.',
      from('^(scenarios|solver|src|db)/', '^(src/cli|scenarios/(examples|registry/places))/'),
      { path: '^scenarios/registry/places/.*(json|main|extract)' },
    ),
    forbid('no-orphans-of-tests', 'What runs must not import what tests it.', from('^(scenarios|solver|db|src)/'), {
      path: '^test/',
    }),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node'] },
  },
};
