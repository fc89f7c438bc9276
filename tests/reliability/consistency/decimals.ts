// Checks sums of ten thousand amounts up to ±1e15, and the domain's decimals, against exact
// rationals. Seen to fail: when domain/changes/exchange-rate.ts truncates conversions instead of
// rounding.
import {
  addDecimal,
  compareDecimal,
  divideDecimal,
  subtractDecimal,
} from '#domain/values/decimal.ts';
import { convert } from '#domain/changes/exchange-rate.fixture.ts';
import type { ProjectRecord } from '#domain/projects/project.ts';
import type { Summary } from '#contract/projects/project-schemas.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { openApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';
import {
  countOf,
  outcome,
  type RunOptions,
  type ReliabilityTest,
} from '../setup/reliability-test.ts';
import { random } from '../setup/random.ts';

const scale = 12;
const unit = 10n ** BigInt(scale);
/** Converts an exact decimal to a whole number of 1e-12. */
const exact = (text: string): bigint => {
  const [whole = '0', digits = ''] = text.replace('-', '').split('.');
  const size = BigInt(whole) * unit + BigInt(digits.padEnd(scale, '0').slice(0, scale));
  return text.startsWith('-') ? -size : size;
};
const minorOf = (next: () => number): bigint => {
  const size = BigInt(Math.floor(next() * 1e9)) * 100_000_000n + BigInt(Math.floor(next() * 1e8));
  return next() < 0.5 ? -size : size;
};

function arithmetic({ seed }: RunOptions, count: number): string[] {
  const next = random(seed);
  const faults: string[] = [];
  const decimal = (): string => {
    const size = `${Math.floor(next() * 10 ** Math.floor(next() * 16))}`;
    const digits =
      next() < 0.6
        ? `.${
            String(Math.floor(next() * 1e6))
              .padStart(6, '0')
              .replace(/0+$/, '') || '5'
          }`
        : '';
    const text = `${size}${digits}`;
    return next() < 0.5 && !/^[0.]+$/.test(text) ? `-${text}` : text;
  };
  for (let n = 0; n < count; n += 1) {
    const [a, b] = [decimal(), decimal()];
    const check = (what: string, is: bigint, right: bigint): void => {
      if (is !== right) faults.push(`${a} ${what} ${b} is ${is}, not ${right}`);
    };
    check('+', exact(addDecimal(a, b)), exact(a) + exact(b));
    check('−', exact(subtractDecimal(a, b)), exact(a) - exact(b));
    check(
      '<',
      BigInt(compareDecimal(a, b)),
      exact(a) < exact(b) ? -1n : exact(a) > exact(b) ? 1n : 0n,
    );
    if (exact(b) !== 0n) {
      // within half a unit of the last place
      const off = exact(divideDecimal(a, b, 6)) * exact(b) - exact(a) * unit;
      const most = ((exact(b) < 0n ? -exact(b) : exact(b)) * 1_000_000n) / 2n;
      if (off > most || off < -most) faults.push(`${a} ÷ ${b} is off by ${off}`);
    }
    const rate = {
      base: 'JPY',
      quote: 'CNY',
      day: '2021-01-01',
      per_units: 100,
      rate: `${1 + Math.floor(next() * 900)}.${1 + Math.floor(next() * 9998)}`,
      source: 'x',
    };
    const minor = minorOf(next);
    const off = convert({ minor, currency: 'JPY' }, rate).minor * unit - minor * exact(rate.rate);
    if (off > unit / 2n || off < -unit / 2n)
      faults.push(`${minor} yen at ${rate.rate} are off by ${off}`);
  }
  return faults;
}

async function sums(runOptions: RunOptions, count: number): Promise<string[]> {
  const faults: string[] = [];
  for (const engine of engines) {
    const next = random(runOptions.seed);
    const api = await openApi(engine);
    const rightSums = new Map<string, bigint>();
    const records = Array.from({ length: count }, (_, i): ProjectRecord => {
      const minor = minorOf(next);
      const currency = next() < 0.7 ? 'CNY' : 'JPY';
      const industry = next() < 0.5 ? 'eco' : 'bio';
      rightSums.set(
        `${industry} ${currency}`,
        (rightSums.get(`${industry} ${currency}`) ?? 0n) + minor,
      );
      return {
        code: `D${i}`,
        origin: 'sample',
        facts: {
          name: 'x',
          zone: 'decimals',
          industry,
          amounts: { total_investment: { money: { minor: String(minor), currency } } },
          milestones: [],
          data_status: 'reported',
        },
        stage_events: [{ stage: 'lead', date: '2020-01-01' }],
        status_events: [],
      };
    });
    await writeRevision(
      api.db,
      { author: 'a', kind: 'import', reason: 'x', origin: 'sample' },
      (trx, id) => putProjects(trx, id, records),
    );
    const summary = await api.get<Summary>('/api/v1/summary?by=industry&zone=decimals');
    const sums = new Map<string, bigint>(
      summary.groups.flatMap(({ key, amounts }) =>
        amounts.map(({ currency, minor }) => [`${key} ${currency}`, BigInt(minor)] as const),
      ),
    );
    for (const [key, sum] of rightSums)
      if (sums.get(key) !== sum)
        faults.push(`${engine.name}: ${key} is ${sums.get(key)}, not ${sum}`);
    await api.close();
  }
  return faults;
}

export const decimals: ReliabilityTest = {
  id: 'R-47',
  title: 'money against exact rationals, 10,000 rows up to ±1e15',
  async run(runOptions) {
    const [rows, pairs] = [countOf(10_000, runOptions), countOf(100_000, runOptions)];
    const faults = [...arithmetic(runOptions, pairs), ...(await sums(runOptions, rows))];
    return outcome(
      `${pairs} pairs of decimals and conversions, ${rows} rows summed on ${engines.map((e) => e.name).join(' and ')}: ${faults.length} differ`,
      faults,
    );
  },
};
