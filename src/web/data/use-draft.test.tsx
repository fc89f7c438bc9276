import { act, renderHook } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { useTypedFields } from './use-draft.ts';

afterEach(() => sessionStorage.clear());

test('a draft survives a reload and is removed after sending', () => {
  const first = renderHook(() => useTypedFields('form'));
  act(() => first.result.current.type('name', '岩手'));
  act(() => first.result.current.type('note', 'x'));
  first.unmount();
  const again = renderHook(() => useTypedFields('form'));
  expect(again.result.current.texts).toEqual({ name: '岩手', note: 'x' });
  expect(renderHook(() => useTypedFields('other')).result.current.texts).toEqual({});
  act(() => again.result.current.forget());
  again.unmount();
  expect(renderHook(() => useTypedFields('form')).result.current.texts).toEqual({});
});

test('ignores an unreadable draft or one of another version', () => {
  for (const stored of ['{', '{"name":{"a":1}}', '[1]', '7', 'null']) {
    sessionStorage.setItem('headway.form', stored);
    expect(renderHook(() => useTypedFields('form')).result.current.texts).toEqual({});
  }
});
