const pure = '^src/(kernel|languages|dates|events|aggregates|cadence|rules-doc|sheet|mail-reading|quote-intake|voice|presentation|reports)/';
const pureBuiltins = ['^crypto$', '^node:crypto$', '^buffer$', '^node:buffer$'];

/** Who may import whom. The core is pure: no SDK, no clock, no randomness, no file, no environment. */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'core-imports-core',
      comment: 'Pure folders import pure folders and port types only.',
      severity: 'error',
      from: { path: pure },
      to: { path: '^src/', pathNot: [pure, '^src/ports/'] },
    },
    {
      name: 'core-takes-port-types-only',
      severity: 'error',
      from: { path: pure },
      to: { path: '^src/ports/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'core-has-no-world',
      comment: 'Hashing is the one thing of Node the core may use.',
      severity: 'error',
      from: { path: pure },
      to: { dependencyTypes: ['core'], pathNot: pureBuiltins },
    },
    {
      name: 'only-adapters-see-sdks',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(adapters|doctor)/' },
      to: { path: 'node_modules/(@aws-sdk|@smithy|@googleapis|mailparser|unpdf|nodemailer|smtp-server|echarts|@resvg)/' },
    },
    {
      name: 'io-ts-at-the-edges',
      comment: 'io-ts is frozen upstream: only events, edges and config know it.',
      severity: 'error',
      from: { path: '^src/(aggregates|cadence|rules-doc|sheet|projections|mail-reading|voice|presentation|reports)/' },
      to: { path: 'node_modules/io-ts/' },
    },
    {
      name: 'workflows-know-ports',
      severity: 'error',
      from: { path: '^src/(workflows|event-store|projections)/' },
      to: { path: '^src/(adapters|handlers|console|local|doctor|cli)/' },
    },
    {
      name: 'event-store-knows-no-quote',
      comment: 'The engine folds whatever decider it is given.',
      severity: 'error',
      from: { path: '^src/event-store/' },
      to: { path: '^src/(workflows|projections|cadence|sheet|aggregates/(?!decider|integrity))' },
    },
    {
      name: 'ports-are-types',
      severity: 'error',
      from: { path: '^src/ports/' },
      to: { path: '^src/(workflows|adapters|handlers|console|local|doctor|cli)/' },
    },
    {
      name: 'adapters-know-no-workflows',
      severity: 'error',
      from: { path: '^src/adapters/' },
      to: { path: '^src/(workflows|handlers|console|local|doctor|cli)/' },
    },
    {
      name: 'handlers-are-entry-points',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(handlers|local|console)/' },
      to: { path: '^src/handlers/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
