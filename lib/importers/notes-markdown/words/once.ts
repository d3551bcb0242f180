/** A function of a text that rules ask one after another of the same text: the answer to the latest is kept. */
export const once = <T>(make: (text: string) => T): ((text: string) => T) => {
  let asked: string | null = null
  let answer: T | null = null
  return (text) => {
    if (asked !== text || answer === null) {
      answer = make(text)
      asked = text
    }
    return answer
  }
}
