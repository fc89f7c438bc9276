// The full counts: npm run hard
import { parseArgs } from 'node:util';
import { killTest } from './kill.ts';

const { values } = parseArgs({
  options: { cycles: { type: 'string', default: '100' }, seed: { type: 'string', default: String(Date.now() % 1_000_000) } },
});
process.exitCode = (await killTest(Number(values.cycles), Number(values.seed))) ? 0 : 1;
