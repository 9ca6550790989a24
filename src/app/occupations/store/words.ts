/** The pattern of `like` and `ilike` that finds texts holding a word; its signs of patterns are only signs. */
export const holding = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`
