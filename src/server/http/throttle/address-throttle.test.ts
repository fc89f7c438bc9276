import { expect, test } from 'vitest';
import { addressBlock, AddressThrottle } from './address-throttle.ts';

test.each([
  ['203.0.113.7', '203.0.113'],
  ['::ffff:203.0.113.7', '203.0.113'],
  ['2001:db8:ab:cd12::1', '20010db800abcd'],
  ['2001:DB8:AB:CD34:5:6:7:8', '20010db800abcd'],
  ['2001:db8::1', '20010db8000000'],
  ['::1', '00000000000000'],
  ['fe80::1%eth0', 'fe800000000000'],
])('%s is in the block %s', (address, block) => {
  expect(addressBlock(address)).toBe(block);
});
test('texts that are no address share one block', () => {
  for (const text of [undefined, '', 'localhost']) expect(addressBlock(text)).toBe('');
});

test('a key has its number of attempts in a minute, counted from the oldest', () => {
  let now = 1_000_000;
  const throttle = new AddressThrottle(() => now, 2);
  expect(throttle.wait('a')).toBe(0);
  now += 15_000;
  expect(throttle.wait('a')).toBe(0);
  expect(throttle.wait('a')).toBe(45);
  expect(throttle.wait('b')).toBe(0);
  now += 45_000;
  expect(throttle.wait('a')).toBe(0);
  expect(throttle.wait('a')).toBe(15);
});
