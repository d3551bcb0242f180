import { hasEnglish } from '../../words/deixis'
import { mask } from '../mask'
import type { SentenceRule } from '../rule'
import { question } from './question'

const zh =
  /^([^，,；]{4,40}?)[，,]?(?:就|也|而|这)?(可能会?|会|将会?|往往|可以|能够|能)?(导致|引起|造成|意味着|使得)(.{3,})$/u
const en =
  /^([^,;]{6,90}?)\s+(?:can |may |will |often |usually )?(causes?|leads? to|results? in|means? that)\s+(.{6,})$/iu

/** What does it lead to? */
export const effect: SentenceRule = {
  name: 'effect',
  confidence: 0.75,
  read: (text) => {
    const masked = mask(text)
    const chinese = zh.exec(masked)
    if (chinese !== null) {
      const [, subject = '', modal = '', verb = '', object = ''] = chinese
      const shown = text.slice(0, subject.length).replace(/[，,]$/, '')
      const back = text.slice(masked.length - object.length)
      const asked =
        verb === '意味着'
          ? '意味着什么？'
          : verb === '使得'
            ? '有什么作用？'
            : `${/^可能/.test(modal) ? '可能' : '会'}${verb}什么？`
      return question(`${shown}${asked}`, back)
    }
    const english = hasEnglish(masked) ? en.exec(masked) : null
    if (english === null) return null
    const [, subject = '', , object = ''] = english
    return question(
      `${text.slice(0, subject.length)}: what does it lead to?`,
      text.slice(masked.length - object.length),
    )
  },
}
