/** A reporter of vitest. It names each test that passed on its second run, with its first error. */
export default class SecondRuns {
  onTestCaseResult(test) {
    if (test.diagnostic()?.flaky !== true) return;
    const errors = (test.result().errors ?? []).map(({ message, diff = '', stack = '' }) => {
      const place = stack.split('\n').find((line) => line.includes('/tests/'));
      return [message, diff, place?.trim() ?? ''].join('\n  ');
    });
    process.stdout.write(
      [`RAN TWICE ${test.module.relativeModuleId}: ${test.fullName}`, ...errors, ''].join('\n'),
    );
  }
}
