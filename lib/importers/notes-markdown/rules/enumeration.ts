import type { Sentence } from '../parse/sentences'
import { isChinese } from '../words/deixis'
import { draftCard } from './draft-card'
import { mask } from './mask'
import type { Candidate, Place } from './rule'

const most = 5

/** Things named one behind the other: `、` in Chinese, commas in English; none of them a sentence of its own. */
export const partsOfList = (text: string): readonly string[] | null => {
  const masked = mask(text)
  const chinese = isChinese(text)
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i <= masked.length; i++) {
    const c = masked.charAt(i)
    if ('（('.includes(c) && c !== '') depth++
    else if ('）)'.includes(c) && c !== '') depth = Math.max(0, depth - 1)
    else if (i === masked.length || (depth === 0 && (c === '、' || (c === ',' && !chinese)))) {
      parts.push(text.slice(start, i).trim())
      start = i + 1
    }
  }
  const last = parts.pop() ?? ''
  const tail = chinese ? last.split(/(?<=[^和])(?:和|以及)(?=[^和])/) : last.split(/^and |^or /)
  const all = [...parts, ...(parts.length > 0 || chinese ? tail : [last])]
    .map((part) => part.replace(/等等?$|^(?:and|or) /, '').trim())
    .filter((part) => part !== '')
  if (all.length < (chinese ? 2 : 3) || parts.length < (chinese ? 1 : 2)) return null
  if (all.some((part) => part.length > (chinese ? 16 : 40) || /[，。；：]/.test(mask(part)) || /^\d+$/.test(part)))
    return null
  return all
}

/** "There are four of them" asks which four; a plain name asks which so many it has. */
const englishAsk = (title: string, count: number): string => {
  const counted = /^(?:there (?:are|exist) )(.{3,})$/i.exec(title)?.[1]
  return counted === undefined ? `${title}: which ${count}?` : `Which ${counted} are there?`
}

/** A named list: all of it when it is short, the last of it as gaps when it is long. */
export const enumeration = (place: Place, head: string, said: Sentence, whole: Sentence): Candidate | null => {
  const parts = partsOfList(said.text)
  if (parts === null) return null
  const chinese = isChinese(said.text + head)
  const title = head.replace(/[，,]/, chinese ? '的' : ' ')
  if (parts.length > most) {
    const shown = parts.slice(0, -2).join(chinese ? '、' : ', ')
    const hidden = parts.slice(-2)
    const text = `${shown}${chinese ? '、' : ', '}==${hidden[0]}==${chinese ? '、' : ', '}==${hidden[1]}==`
    const base = draftCard(place, {
      rule: 'enumeration',
      confidence: 0.65,
      draft: { kind: 'question', front: title, back: hidden.join(', ') },
      from: whole.from,
      to: whole.to,
      key: `enumeration|${head}`,
    })
    const topic = chinese ? `${title}（${parts.length} 项）：${text}。` : `${title} (${parts.length}): ${text}.`
    return { ...base, type: 'cloze', fields: { text: topic } }
  }
  const front = chinese
    ? `${title}：有哪${['两', '三', '四', '五'][parts.length - 2] ?? ''}项？`
    : englishAsk(title, parts.length)
  return draftCard(place, {
    rule: 'enumeration',
    confidence: 0.7,
    draft: { kind: 'question', front, back: parts.join(chinese ? '、' : ', ') },
    from: whole.from,
    to: whole.to,
    key: `enumeration|${head}`,
  })
}
