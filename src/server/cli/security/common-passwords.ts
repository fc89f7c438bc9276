/** Reads about 49,000 leaked passwords. They are loaded when somebody first chooses a password. */
export const commonestPasswords = async (): Promise<readonly string[]> =>
  (await import('@zxcvbn-ts/language-common')).dictionary['passwords-common'];
