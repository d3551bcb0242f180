import { mask } from '../mask'
import type { SentenceRule } from '../rule'
import { question } from './question'

const zh =
  /^([^，,；]{4,40}?)(?:[，,])?(?:就|也|而|这)?(?:会|将|可能|可能会|将会|往往)?(导致|引起|造成|意味着|使得)(.{3,})$/u
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
      const [, subject = '', verb = '', object = ''] = chinese
      const back = text.slice(masked.length - object.length)
      const may = /可能/.test(masked.slice(subject.length, masked.length - object.length)) ? '可能' : '会'
      return question(`${text.slice(0, subject.length)}${may}${verb === '使得' ? '使得' : verb}什么？`, back)
    }
    const english = en.exec(masked)
    if (english === null) return null
    const [, subject = '', , object = ''] = english
    return question(
      `What does this lead to: ${text.slice(0, subject.length)}?`,
      text.slice(masked.length - object.length),
    )
  },
}
