import { hasEnglish, withoutOpeners } from '../../words/deixis'
import { lowerFirst } from '../../words/lower-first'
import { mask } from '../mask'
import type { SentenceRule } from '../rule'
import { question } from './question'

const behindZh =
  /^(.{6,}?)[，,]\s?(?:(?:这|其)?(?:主要|部分|也)?(?:是|就是)?(?:因为|由于)|(?:这|其)?(?:主要)?原因(?:是|在于)|据称是由于)(.{4,})$/u
const frontZh = /^(?:因为|由于)(.{4,}?)[，,](?:所以|因此|因而|故|于是)(.{4,})$/u
const reasonZh = /^(.{4,}?)的(?:主要|根本|一个)?(?:原因|理由)(?:是|在于|就是)(.{4,})$/u
const behindEn = /^(.{12,}?),?\s+because\s+(?!of\b)(.{8,})$/iu
const frontEn = /^(?:because|since)\s+(?!of\b)(.{8,}?),\s+(.{12,})$/iu
const reasonEn = /^the (?:main )?reason (?:for |that |why )?(.{4,}?) is (?:that )?(.{8,})$/iu

const strip = (text: string): string =>
  text
    .trim()
    .replace(/^(?:这就意味着|他们认为这样做)/, '')
    .replace(/[，,]$/, '')

/** A time or a place alone is no effect. */
const effect = /(?:时|中|上|后|前|下|里)$/

/** An effect is a statement, not a name. */
const stated = /[是会能要有将不可比使用被让应需得为更常多少升降变先优]/

/** Why? The effect is the question and the cause the answer. */
export const cause: SentenceRule = {
  name: 'cause',
  confidence: 0.8,
  read: (text) => {
    const masked = mask(text)
    const part = (found: RegExpExecArray, index: number): string => {
      const words = found[index] ?? ''
      const from = index === 1 ? masked.indexOf(words, found.index) : masked.length - words.length
      return text.slice(from, from + words.length)
    }
    for (const pattern of [behindZh, reasonZh]) {
      const found = pattern.exec(masked)
      if (found === null) continue
      const says = strip(withoutOpeners(part(found, 1)))
      // The clause right before the cause is what it explains.
      const last = says.length > 40 ? (says.split(/[，,]/).at(-1) ?? says) : says
      return effect.test(last) || last.length < 5 || !stated.test(last)
        ? null
        : question(`为什么${last}？`, strip(part(found, 2)))
    }
    const front = frontZh.exec(masked)
    if (front !== null) return question(`为什么${strip(part(front, 2))}？`, strip(part(front, 1)))
    if (!hasEnglish(masked)) return null
    const english = behindEn.exec(masked)
    if (english !== null) return question(`Why: ${lowerFirst(part(english, 1))}?`, part(english, 2))
    const early = frontEn.exec(masked)
    if (early !== null) return question(`Why: ${lowerFirst(part(early, 2))}?`, part(early, 1))
    const reason = reasonEn.exec(masked)
    return reason === null ? null : question(`What is the reason for ${lowerFirst(part(reason, 1))}?`, part(reason, 2))
  },
}
