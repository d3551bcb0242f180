/** A number as it is set: a true minus sign, which is as wide as a digit and never breaks from it. */
export const shownNumber = (decimal: string): string => decimal.replaceAll('-', '\u2212')
