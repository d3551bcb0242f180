import { hasEnglish } from '../../words/deixis'
import { lowerFirst } from '../../words/lower-first'
import { mask } from '../mask'
import type { SentenceRule } from '../rule'
import { question } from './question'

const zh =
  /^(?:(.{0,10}?)(?:[，,])?)((?:为了|为(?=避免|防止|减少|减小|打破|得到|提高|保证|确保|便于))[^，,]{4,30})[，,](.{4,})$/u
const useZh = /^([^，,]{3,30}?)[，,]?(以此来|以便|以免|用来|用于)(?=[\u4e00-\u9fff])(.{3,40})$/u
const en = /^(?:in order )?to\s+(.{6,60}?),\s+(.{8,})$/iu

const useEn =
  /^([A-Za-z].{3,60}?) (?:is|are|was|were) (?:often |usually |mainly |mostly )?(used|introduced|needed|designed|meant|applied) (?:in order )?to (.{6,})$/iu

/** What is done for an end, and what end is something done for? */
export const purpose: SentenceRule = {
  name: 'purpose',
  confidence: 0.7,
  read: (text) => {
    const masked = mask(text)
    const chinese = zh.exec(masked)
    if (chinese !== null) {
      const means = text.slice(masked.length - (chinese[3] ?? '').length)
      const lead = (chinese[1] ?? '').replace(/^(?:但是?|而)$/, '')
      const end = chinese[2] ?? ''
      const at = masked.indexOf(end)
      return question(`${lead}${text.slice(at, at + end.length)}，应该怎么做？`, means)
    }
    const use = useZh.exec(masked)
    if (use !== null) {
      const [, means = '', word = '', end = ''] = use
      const shown = text.slice(0, means.length).replace(/[，,]$/, '')
      return question(
        word.startsWith('用') ? `${shown}，用来做什么？` : `${shown}，目的是什么？`,
        text.slice(masked.length - end.length),
      )
    }
    if (!hasEnglish(masked)) return null
    const useOf = useEn.exec(masked)
    if (useOf !== null) {
      const [, means = '', , end = ''] = useOf
      return question(
        `What is the purpose of ${lowerFirst(text.slice(0, means.length))}?`,
        `To ${text.slice(masked.length - end.length)}`,
      )
    }
    const english = en.exec(masked)
    if (english === null) return null
    const [, end = '', means = ''] = english
    const from = masked.indexOf(end)
    return question(`How does one ${text.slice(from, from + end.length)}?`, text.slice(masked.length - means.length))
  },
}
