/** About 49,000 leaked passwords, read when somebody first chooses a password. */
export const commonestPasswords = async (): Promise<readonly string[]> =>
  (await import('@zxcvbn-ts/language-common')).dictionary['passwords-common'];
