import { answeredKey } from './shown-key'

export const choiceKey = answeredKey('choice', {
  keyOf: (own) => (own.kind === 'choice' ? { kind: 'choice', right: own.right } : null),
  toAnswer: (key) => (key.kind === 'choice' ? { kind: 'choice', chosen: key.right } : null),
  fromAnswer: (answer) => (answer.kind === 'choice' ? { kind: 'choice', right: answer.chosen } : null),
})
