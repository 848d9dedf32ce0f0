const pure = '^src/(kernel|events|aggregates|cadence|dates|languages|sheet|projections|inbox|intake|voice|letters|reports)/';
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
      from: { path: '^src/', pathNot: '^src/adapters/' },
      to: { path: 'node_modules/(@aws-sdk|@smithy|@googleapis|mailparser|unpdf|nodemailer|smtp-server|echarts|@resvg)/' },
    },
    {
      name: 'io-ts-at-the-edges',
      comment: 'io-ts is frozen upstream: only events, edges and config know it.',
      severity: 'error',
      from: { path: '^src/(aggregates|cadence|dates|sheet|projections|inbox|voice|letters|reports)/' },
      to: { path: 'node_modules/io-ts/' },
    },
    {
      name: 'application-knows-ports',
      severity: 'error',
      from: { path: '^src/application/' },
      to: { path: '^src/(adapters|handlers|local|cli)/' },
    },
    {
      name: 'ports-are-types',
      severity: 'error',
      from: { path: '^src/ports/' },
      to: { path: '^src/(application|adapters|handlers|local|cli)/' },
    },
    {
      name: 'adapters-know-no-application',
      severity: 'error',
      from: { path: '^src/adapters/' },
      to: { path: '^src/(application|handlers|local|cli)/' },
    },
    {
      name: 'handlers-are-entry-points',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(handlers|local)/' },
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
