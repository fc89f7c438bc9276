// Seen to fail: without the check of all addresses in resolve-target.ts, and without it and
// that of the connection in post-json.ts, when messages arrived.
import { createSender } from '#server/cli/reminders/node-sender.ts';
import { SendError } from '#server/core/message-sender.ts';
import { openHookSink } from '../../setup/api/sinks.ts';
import { random } from '../setup/random.ts';

type Next = () => number;
const byte = (next: Next): number => Math.floor(next() * 256);
/** An address of a private network. */
function privateFour(next: Next): readonly number[] {
  const kinds: readonly (readonly number[])[] = [
    [127, byte(next), byte(next), byte(next)],
    [10, byte(next), byte(next), byte(next)],
    [172, 16 + (byte(next) % 16), byte(next), byte(next)],
    [192, 168, byte(next), byte(next)],
    [169, 254, byte(next), byte(next)],
    [169, 254, 169, 254],
    [0, 0, 0, 0],
    [100, 64 + (byte(next) % 64), byte(next), byte(next)],
    [224 + (byte(next) % 32), byte(next), byte(next), byte(next)],
  ];
  return kinds[Math.floor(next() * kinds.length)] ?? [127, 0, 0, 1];
}
const hex = (n: number, length = 2): string => n.toString(16).padStart(length, '0');
/** One of the forms in which an address of IPv4 may be written. */
function writeAddress(bytes: readonly number[], next: Next): string {
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  const whole = ((a * 256 + b) * 256 + c) * 256 + d;
  const forms = [
    bytes.join('.'),
    String(whole),
    `0x${hex(whole, 8)}`,
    bytes.map((one) => `0x${hex(one)}`).join('.'),
    bytes.map((one) => `0${one.toString(8)}`).join('.'),
    `${a}.${b}.${c * 256 + d}`,
    `${a}.${(b * 256 + c) * 256 + d}`,
    bytes
      .map((one) => [...String(one)].map((n) => String.fromCodePoint(0xff10 + Number(n))).join(''))
      .join('.'),
    bytes.join('%2e'),
    `[::ffff:${bytes.join('.')}]`,
    `[::ffff:${hex(a)}${hex(b)}:${hex(c)}${hex(d)}]`,
    `[0:0:0:0:0:ffff:${hex(a)}${hex(b)}:${hex(c)}${hex(d)}]`,
    `[64:ff9b::${hex(a)}${hex(b)}:${hex(c)}${hex(d)}]`,
    `[2002:${hex(a)}${hex(b)}:${hex(c)}${hex(d)}::1]`,
  ];
  return forms[Math.floor(next() * forms.length)] ?? bytes.join('.');
}

const faultOf = (sending: Promise<unknown>): Promise<string> =>
  sending.then(
    () => 'sent',
    (error: unknown) => (error instanceof SendError ? error.fault : String(error)),
  );

/**
 * Private addresses in every form, as addresses and as changing answers of a resolver.
 * @returns those that were reached
 */
export async function addressFaults(seed: number, count: number): Promise<readonly string[]> {
  const next = random(seed);
  const faults: string[] = [];
  const sender = createSender({ patience: 300 });
  const sink = await openHookSink();
  try {
    for (let n = 0; n < count; n += 1) {
      const bytes = privateFour(next);
      const address = `http://${writeAddress(bytes, next)}:${sink.port}/hook`;
      const fault = await faultOf(sender.postJson(address, '{}'));
      if (fault !== 'private_address' && fault !== 'bad_address')
        faults.push(`${address}: ${fault}`);
      // a name whose first answer is public and whose second is not
      const answers = [['192.0.2.1', '8.8.8.8'], [bytes.join('.')]];
      const turning = createSender({
        patience: 300,
        resolve: async () => answers.shift() ?? [bytes.join('.')],
      });
      for (const round of [1, 2]) {
        const turned = await faultOf(
          turning.postJson(`http://turning.example:${sink.port}/`, '{}'),
        );
        if (turned !== 'private_address')
          faults.push(`turning ${round} ${bytes.join('.')}: ${turned}`);
      }
    }
    if (sink.posts.length > 0) faults.push(`${sink.posts.length} messages arrived inside`);
    return faults;
  } finally {
    await sink.close();
  }
}
