import { defineInputKind } from './input-kind'

/** Think, then reveal: there is nothing to draw. */
export const revealKind = defineInputKind('reveal', {
  empty: () => ({ kind: 'reveal' }),
  ready: () => true,
  Control: null,
})
