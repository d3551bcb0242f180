import { answeredKey } from './shown-key'

export const matchKey = answeredKey('match', {
  keyOf: (own) => (own.kind === 'match' ? { kind: 'match', pairs: own.pairs } : null),
  toAnswer: (key) => (key.kind === 'match' ? { kind: 'match', pairs: key.pairs } : null),
  fromAnswer: (answer) => (answer.kind === 'match' ? { kind: 'match', pairs: answer.pairs } : null),
})
