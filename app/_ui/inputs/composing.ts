/**
 * Whether a key belongs to an input method: Enter and Escape end a word in Chinese there and mean nothing else. Safari says that
 * the word is over before it tells of the key that ended it; the key's number gives it away.
 */
export const isComposing = ({
  isComposing: composing,
  keyCode,
}: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean => composing || keyCode === 229
