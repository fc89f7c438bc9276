// npm run check: the quick part of npm test, for use while writing.
import { ensureBuilt } from './build-inputs.mjs';
import { quickSteps, runSteps } from './steps.mjs';
import { bin, ensureInstalled, node } from './toolchain.mjs';

await ensureInstalled();
const isBuilt = await ensureBuilt();
const steps = isBuilt ? quickSteps : quickSteps.filter((step) => !step.name.startsWith('budget'));
const { passed, failed } = await runSteps([
  ...steps,
  { name: 'commit subjects', command: () => [node(), ['scripts/commit-subjects.mjs']] },
  {
    name: 'architecture and unit tests',
    command: () => [
      bin('vitest'),
      [
        'run',
        '--project',
        'architecture',
        '--project',
        'unit',
        '--slowTestThreshold=60000',
        '--silent=passed-only',
      ],
    ],
  },
]);
console.log(`${passed} passed, ${failed + (isBuilt ? 0 : 1)} failed`);
process.exitCode = failed > 0 || !isBuilt ? 1 : 0;
