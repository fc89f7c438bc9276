import { expect, it } from 'vitest';
import { message } from './messages.ts';

it('a sentence takes the form of one or of several', () => {
  expect(message('q_unlisted', 'en', { count: 1 })).toBe('1 project of the register is not in this file. What is this file?');
  expect(message('q_unlisted', 'en', { count: 1200 })).toBe('1,200 projects of the register are not in this file. What is this file?');
  expect(message('q_unlisted', 'zh-CN', { count: 1 })).toContain('1');
});
