import { answeredKey } from './shown-key'

export const orderKey = answeredKey('order', {
  keyOf: (own) => (own.kind === 'order' ? { kind: 'order', order: own.order } : null),
  toAnswer: (key) => (key.kind === 'order' ? { kind: 'order', order: key.order } : null),
  fromAnswer: (answer) => (answer.kind === 'order' ? { kind: 'order', order: answer.order } : null),
})
