// Tests run on what `tsc` compiled, the same JavaScript that is shipped: no second compiler, and worker threads and
// child processes start as they do in production. ESM in Jest needs --experimental-vm-modules (see package.json).
const project = (displayName, pattern, more = {}) => ({
  displayName,
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  testMatch: [`<rootDir>/dist/${pattern}`],
  transform: {},
  injectGlobals: true,
  ...more,
});

/** Libraries that decide and keep nothing: what they do is tested before every commit. */
const pure = 'cases|commands|identity|notices|organisation|promises|settings';

export default {
  maxWorkers: 2, // the default on two cores is one worker
  workerIdleMemoryLimit: '768MB', // ESM contexts are collected late
  testTimeout: 120_000, // a busy machine is slow; no test asserts a time
  projects: [
    project('unit', `libs/@(${pure})/**/*.spec.js`),
    project('parts', `{apps,libs/!(${pure})}/**/*.spec.js`), // each alone, with its real files and sockets
    project('contract', '{libs,apps}/**/*.contract.js'),
    project('proofs', '{libs,apps,test}/**/*.proof.js'), // against a naive reading, on thousands of random histories
    project('journeys', 'test/journeys/**/*.journey.js'),
    project('faults', 'test/faults/**/*.fault.js'),
  ],
};
