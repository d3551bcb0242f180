/** The languages of the interface and of the built-in content. */
export const languages = ['en', 'zh'] as const
export type Language = (typeof languages)[number]

/** A text an author wrote in one or both languages. */
export type Words = { readonly [L in Language]?: string }

/** The wanted language, or the other where the author wrote only one. */
export const inLanguage = (words: Words, language: Language): string => words[language] ?? words.en ?? words.zh ?? ''
