// The full counts: npm run hard
import { parseArgs } from 'node:util';
import { killServerTest } from './kill-server.ts';
import { killTest } from './kill.ts';
import { shareTest } from './share.ts';
import { tamperTest } from './tamper.ts';

const { values } = parseArgs({
  options: {
    cycles: { type: 'string', default: '100' },
    tamperings: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const seed = Number(values.seed);
const tampered = await tamperTest(Number(values.tamperings), seed);
console.log(`hash chain, seed ${seed}: ${tampered.done - tampered.missed.length} of ${tampered.done} tamperings found`);
for (const what of tampered.missed) console.log(`  not found: ${what}`);
const survived = await killTest(Number(values.cycles), seed);
const served = await killServerTest(Number(values.cycles), seed);
const shared = await shareTest(seed);
process.exitCode = shared && survived && served && tampered.missed.length === 0 ? 0 : 1;
