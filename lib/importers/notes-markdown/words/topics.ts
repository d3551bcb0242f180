import type { Title } from '../parse/outline'
import { isChinese } from './deixis'

/** Headings that number or file the notes and say nothing of their matter. */
const filing =
  /^(?:study|chapter|lecture|lec|week|unit|part|day|module|section|session|class|cs\s?\d+\w*)\s*[\d.:]*$|^第.{1,4}[章节讲课周天部].{0,2}$|^(?:课程)?(?:笔记|资源|目录|大纲|总结|参考|前言|简介|其他|备注)$|^(?:notes?|resources?|contents?|overview|references?|summary|introduction|appendix|misc|links|table of contents)$|^课程.{0,4}$|^[\d.\s]+$/i

export const isFiling = (title: string): boolean => filing.test(title.trim())

const longestTopic = 24

/** Titles short enough to stand before a question, from the outside in. */
export const topicsOf = (path: readonly Title[]): readonly string[] =>
  path
    .map(({ text }) => text.replace(/[（(][^（()）]{12,}[）)]$/, '').trim())
    .filter(
      (text) => text !== '' && !isFiling(text) && text.length <= (isChinese(text) ? longestTopic : 2 * longestTopic),
    )

/** Signs that do not matter, or anything rarer than the usual ones. */
const noise = /[^0-9A-Za-z\u4e00-\u9fff]/

const normal = (text: string): string =>
  noise.test(text) ? text.toLowerCase().replace(/[\s\p{P}$\\]+/gu, '') : text.toLowerCase()

/** A Latin name counts only as a word of its own: `ELU` is not in `ReLU`. */
const hasWord = (text: string, name: string): boolean => {
  const [all, wanted] = [text.toLowerCase(), name.toLowerCase()]
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1))
    if (!/[a-z0-9]/.test(all.charAt(at - 1)) && !/[a-z0-9]/.test(all.charAt(at + wanted.length))) return true
  return false
}

/** Whether one text names what the other says. */
export const mentions = (text: string, phrase: string): boolean => {
  if (text === '' || phrase === '') return false
  if (!/^[a-z0-9]/i.test(phrase) && text.includes(phrase)) return true
  const wanted = normal(phrase)
  if (wanted === '') return false
  return /^[a-z0-9]+$/i.test(phrase.trim()) ? hasWord(text, phrase.trim()) : normal(text).includes(wanted)
}

/** Whether a text already names a topic, by its whole or by its last words. */
const names = (text: string, topic: string): boolean => {
  if (mentions(text, topic)) return true
  const [first = ''] = topic.split(/[（(：:，,]/)
  return first.length > 1 && mentions(text, first)
}

/**
 * Up to two topics a question needs to stand alone: the innermost and the one around it, without those the question names
 * itself and without those that would give the answer away.
 */
export const topicLine = (topics: readonly string[], question: string, answer: string): string => {
  const useful = topics.filter(
    (topic) =>
      !mentions(topic, answer) && !(answer.length > 3 && mentions(answer, topic) && answer.length < topic.length + 4),
  )
  const [inner, outer] = [useful.at(-1), useful.at(-2)]
  if (inner === undefined) return ''
  const innerNamed = names(question, inner)
  const outerNamed = outer === undefined || names(question, outer) || mentions(inner, outer)
  if (innerNamed) return outerNamed ? '' : (outer ?? '')
  return outerNamed || outer === undefined ? inner : `${outer} › ${inner}`
}
