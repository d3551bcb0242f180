import type { Desk } from '@/lib/client/notes/desk'
import { proposeCards } from '@/lib/importers/notes-markdown/propose'

export const notes = `# Optimisers

## Momentum

**Momentum**: a moving average of past gradients that smooths the path.

**Nesterov momentum**: looks ahead before it computes the gradient.

${'Nothing to learn here, only words.\n\n'.repeat(60)}
## Learning rate

**Learning rate**: the size of one step along the negative gradient.
`

export const deskOf = (text: string): Desk => ({
  notes: 'abcd1234',
  name: 'notes.md',
  text,
  ...proposeCards(text),
  changes: null,
})
