// npm run check: the quick part of npm test, for use while writing.
import { ensureBuilt } from './build-inputs.mjs';
import { quickSteps, runSteps } from './steps.mjs';
import { bin, ensureInstalled } from './toolchain.mjs';

await ensureInstalled();
const built = await ensureBuilt();
const steps = built ? quickSteps : quickSteps.filter((step) => !step.name.startsWith('budget'));
const { passed, failed } = await runSteps([
  ...steps,
  {
    name: 'architecture and unit tests',
    command: () => [
      bin('vitest'),
      ['run', '--project', 'architecture', '--project', 'unit', '--reporter=dot'],
    ],
  },
]);
console.log(`${passed} passed, ${failed + (built ? 0 : 1)} failed`);
process.exitCode = failed > 0 || !built ? 1 : 0;
