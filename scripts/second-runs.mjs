/** A reporter of vitest. It names each test that passed on its second run. */
export default class SecondRuns {
  onTestCaseResult(test) {
    if (test.diagnostic()?.flaky === true)
      process.stdout.write(`RAN TWICE ${test.module.relativeModuleId}: ${test.fullName}\n`);
  }
}
