import { expect } from 'vitest';
import { ImportFailure } from '#server/imports/read/failure.ts';
import { planOf } from '../import-context.ts';

/** The refusal of a file: its key, its place, and the processor time that it took. */
export async function refusal(
  bytes: Uint8Array | string,
  file = 'register.xlsx',
): Promise<{
  key: string;
  row: number | undefined;
  column: string | undefined;
  ms: number;
  message: string;
}> {
  const start = process.threadCpuUsage();
  try {
    await planOf(bytes, file);
  } catch (error) {
    if (!(error instanceof ImportFailure)) throw error;
    for (const language of ['zh-CN', 'ja', 'en'] as const)
      expect(error.detail(file, language).message).not.toMatch(/[{}]/);
    const { user, system } = process.threadCpuUsage(start);
    return {
      key: error.key,
      row: error.place.row,
      column: error.place.column,
      ms: (user + system) / 1000,
      message: error.detail(file, 'en').message,
    };
  }
  throw new Error('the file was read');
}
