import { bin, node, run } from './toolchain.mjs';

/** The checks that need no server, each one command. */
export const quickSteps = [
  {
    name: 'type check',
    // several checkers check shared types several times, and compete with the tests for processors
    command: () => [bin('tsc'), ['-b', '--checkers', '1', '--builders', '1']],
    // collecting garbage as rarely as this saves a third of the processor time
    env: { GOGC: '400' },
  },
  {
    name: 'lint, format and boundaries',
    command: () => [bin('biome'), ['check', '--error-on-warnings']],
  },
  { name: 'dead code', command: () => [bin('knip'), ['--no-progress']] },
  {
    name: 'budget of the first view, nothing of the demo in it',
    command: () => [node(), ['scripts/budget.mjs']],
  },
];

/**
 * Runs the steps one after another and prints the output of failed ones.
 * @returns how many passed and how many failed
 */
export async function runSteps(steps) {
  let successes = 0;
  let failures = 0;
  for (const { name, command, env } of steps) {
    const start = Date.now();
    const { code, output } = await run(...command(), {
      quiet: true,
      env: { NO_COLOR: '1', ...env },
    });
    console.log(
      `${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`,
    );
    if (code === 0) successes += 1;
    else {
      failures += 1;
      console.log(output.slice(-8000));
    }
  }
  return { passed: successes, failed: failures };
}
