/** HTML with the signs that GIFT reads escaped, backslashes doubled; a line's end would end the question, so code has breaks as tags. */
export const giftText = (text: string): string =>
  text
    .replace(/<pre>[\s\S]*?<\/pre>/g, (code) => code.replaceAll('\n', '<br>'))
    .replaceAll('\\', '\\\\')
    .replace(/[~=#{}:]/g, '\\$&')
    .replace(/\s*\n\s*/g, ' ')
    .trim()

export const giftComment = (text: string): string => text.replace(/[[\]\n]/g, ' ').trim()
