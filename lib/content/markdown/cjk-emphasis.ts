import { attention } from 'micromark-core-commonmark'
import type { Code, Extension, Resolver, State, Tokenizer } from 'micromark-util-types'

const asterisk = 42
const underscore = 95
const whitespace = /\s/u
const punctuation = /[\p{P}\p{S}]/u
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u

type Kind = 'space' | 'punctuation' | 'letter'

/** Codes below -2 and null are line endings, tabs and the edges of the text. */
const kindOf = (code: Code): Kind => {
  if (code === null || code < 0) return 'space'
  const character = String.fromCodePoint(code)
  if (whitespace.test(character)) return 'space'
  return punctuation.test(character) ? 'punctuation' : 'letter'
}

const isCjk = (code: Code): boolean => code !== null && code > 0 && cjk.test(String.fromCodePoint(code))

/**
 * CommonMark's emphasis needs white space or punctuation outside a `**` that stands beside punctuation inside, which
 * Chinese never writes: `**「折页」**后` stays raw. Here a Chinese character outside counts as well.
 */
const tokenize: Tokenizer = function (effects, ok) {
  const previous = this.previous
  const before = kindOf(previous)
  let marker: Code = null
  const inside: State = (code) => {
    if (code === marker) {
      effects.consume(code)
      return inside
    }
    const token = effects.exit('attentionSequence')
    const after = kindOf(code)
    const open = after === 'letter' || (after === 'punctuation' && (before !== 'letter' || isCjk(previous)))
    const close = before === 'letter' || (before === 'punctuation' && (after !== 'letter' || isCjk(code)))
    token._open = marker === asterisk ? open : open && (before !== 'letter' || !close)
    token._close = marker === asterisk ? close : close && (after !== 'letter' || !open)
    return ok(code)
  }
  return (code) => {
    marker = code
    effects.enter('attentionSequence')
    return inside(code)
  }
}

const resolveAll: Resolver = (events, context) => attention.resolveAll?.(events, context) ?? events

const construct = { name: 'attention', tokenize, resolveAll }

/** Stands before CommonMark's own rule, which is therefore never asked. */
export const cjkEmphasis: Extension = { text: { [asterisk]: construct, [underscore]: construct } }
