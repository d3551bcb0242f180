import { hasEnglish } from '../../words/deixis'
import { mask } from '../mask'
import type { SentenceRule } from '../rule'
import { question } from './question'

const zh = /^(.{0,40}?)(并?不(?:单纯|只|仅)?是)([^，,]{2,30})[，,]而是(.{4,})$/u
const en = /^(.{4,80}?) (?:is|are|does|do) not (.{4,60}?), but (?:rather )?(.{6,})$/iu
const besides = /^(?:除了)(.{2,24}?)(?:之外|以外|外)[，,]还?(.{3,})$/u

/** Not this, but that: what then? */
export const contrast: SentenceRule = {
  name: 'contrast',
  confidence: 0.75,
  read: (text) => {
    const masked = mask(text)
    const found = zh.exec(masked)
    if (found !== null) {
      const but = found[4] ?? ''
      const front = text.slice(0, masked.length - but.length).replace(/[，,]而是$/, '')
      return question(`${front}，而是怎样？`, text.slice(masked.length - but.length))
    }
    const more = besides.exec(masked)
    if (more !== null) {
      const [, has = '', also = ''] = more
      return question(`除了${text.slice(2, 2 + has.length)}，还有什么特点？`, text.slice(masked.length - also.length))
    }
    const english = hasEnglish(masked) ? en.exec(masked) : null
    if (english === null) return null
    const but = english[3] ?? ''
    return question(
      `${text.slice(0, masked.length - but.length).replace(/,\s*but (?:rather )?$/i, '')}: what instead?`,
      text.slice(masked.length - but.length),
    )
  },
}
