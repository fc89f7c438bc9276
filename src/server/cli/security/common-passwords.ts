/** About 49,000 passwords of leaks, read when somebody chooses one for the first time. */
export const commonestPasswords = async (): Promise<readonly string[]> =>
  (await import('@zxcvbn-ts/language-common')).dictionary['passwords-common'];
