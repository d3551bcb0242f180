/** The signs that lecture notes use: for a text of these alone, short classes of signs answer what Unicode's long ones would. */
const usual = /^[\0-\x7f\u4e00-\u9fff，。、；：？！（）“”‘’《》【】「」…—·]*$/

const usualMarks = /[\s!"#%&'()*,\-./:;?@[\\\]_{}，。、；：？！（）“”‘’《》【】「」…—·]+/g
const marks = /[\s\p{P}]+/gu
const usualSigns = /[\s!"#$%&'()*,\-./:;?@[\\\]_{}，。、；：？！（）“”‘’《》【】「」…—·]+/g
const signs = /[\s\p{P}$\\]+/gu
const usualWordless = /[\s!-/:-@[-`{-~，。、；：？！（）“”‘’《》【】「」…—·]+/g
const wordless = /[\uE000\s\p{P}\p{S}]+/gu

/** A text without white space and punctuation. */
export const withoutMarks = (text: string): string => text.replace(usual.test(text) ? usualMarks : marks, '')

/** A text without white space, punctuation and a formula's dollars and backslashes. */
export const withoutSigns = (text: string): string => text.replace(usual.test(text) ? usualSigns : signs, '')

/** How many letters and digits a text has; what stands covered (U+E000) counts as none. */
export const lettersIn = (text: string): number => text.replace(usual.test(text) ? usualWordless : wordless, '').length
