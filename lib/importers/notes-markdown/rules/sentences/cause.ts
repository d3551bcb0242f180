import { withoutOpeners } from '../../words/deixis'
import { mask } from '../mask'
import type { SentenceRule } from '../rule'
import { question } from './question'

const behindZh =
  /^(.{5,}?)[，,](?:(?:这|其)?(?:主要|部分|也)?(?:是|就是)?(?:因为|由于)|(?:这|其)?(?:主要)?原因(?:是|在于))(.{4,})$/u
const frontZh = /^(?:因为|由于)(.{4,}?)[，,](?:所以|因此|因而|故|于是)(.{4,})$/u
const reasonZh = /^(.{4,}?)的(?:主要|根本|一个)?(?:原因|理由)(?:是|在于|就是)(.{4,})$/u
const colonZh = /^(.{4,}?)[，,]?(?:这|其)?(?:思路|原因|理由)(?:是|在于)[：:](.{4,})$/u
const behindEn = /^(.{12,}?),?\s+because\s+(?!of\b)(.{8,})$/iu
const frontEn = /^(?:because|since)\s+(?!of\b)(.{8,}?),\s+(.{12,})$/iu
const reasonEn = /^the (?:main )?reason (?:for |that |why )?(.{4,}?) is (?:that )?(.{8,})$/iu

const strip = (text: string): string =>
  text
    .trim()
    .replace(/^(?:这就意味着|这|就是)/, '')
    .replace(/[，,]$/, '')

/** Why? The effect is the question and the cause the answer. */
export const cause: SentenceRule = {
  name: 'cause',
  confidence: 0.8,
  read: (text) => {
    const masked = mask(text)
    const at = (found: RegExpExecArray, index: number): string => {
      const part = found[index] ?? ''
      const from = index === 1 ? masked.indexOf(part, found.index) : masked.length - part.length
      return text.slice(from, from + part.length)
    }
    for (const pattern of [behindZh, colonZh, reasonZh]) {
      const found = pattern.exec(masked)
      if (found === null) continue
      const effect = withoutOpeners(at(found, 1))
      return question(`为什么${strip(effect)}？`, strip(at(found, 2)))
    }
    const front = frontZh.exec(masked)
    if (front !== null) return question(`为什么${strip(at(front, 2))}？`, strip(at(front, 1)))
    const english = behindEn.exec(masked)
    if (english !== null) return question(`Why: ${lower(at(english, 1))}?`, at(english, 2))
    const early = frontEn.exec(masked)
    if (early !== null) return question(`Why: ${lower(at(early, 2))}?`, at(early, 1))
    const reason = reasonEn.exec(masked)
    return reason === null ? null : question(`What is the reason for this: ${at(reason, 1)}?`, at(reason, 2))
  },
}

const lower = (text: string): string => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)
