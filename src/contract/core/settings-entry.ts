import { pagePaths } from './pages.ts';

/**
 * Finds the path to which an address without a section of the settings leads. The former page of the
 * settings included the months.
 *
 * @param hasMonth - whether the address names a month
 */
export const findSettingsEntry = (hasMonth: boolean): string =>
  hasMonth ? pagePaths.months : `${pagePaths.settings}/targets`;

/** Whether an address of the settings names no section, as those of former versions. */
export const lacksSection = (pathname: string): boolean =>
  /^\/(settings|targets)\/*$/.test(pathname);
