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

export default {
  maxWorkers: 2, // the default on two cores is one worker
  workerIdleMemoryLimit: '768MB', // ESM contexts are collected late
  testTimeout: 120_000, // a busy machine is slow; no test asserts a time
  projects: [
    project('unit', '{libs,apps}/**/*.spec.js'),
    project('contract', '{libs,apps}/**/*.contract.js'),
    project('proofs', '{libs,apps,test}/**/*.proof.js'), // against a naive reading, on thousands of random histories
    project('journeys', 'test/journeys/**/*.journey.js'),
    project('faults', 'test/faults/**/*.fault.js'),
  ],
};
