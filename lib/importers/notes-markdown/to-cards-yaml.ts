import { stringify } from 'yaml'
import { conceptOf } from './concepts'
import type { Proposal } from './proposal'

/** What of a proposal goes into a deck; a page may hand over edited fields. */
export type Accepted = Pick<Proposal, 'id' | 'type' | 'heading' | 'fields'>

/** Accepted proposals as a `*.cards.yaml` file. `concept` files all of them under one; else each goes under its heading. */
export const toCardsYaml = (accepted: readonly Accepted[], concept?: string): string =>
  stringify(
    accepted.map(({ id, type, heading, fields }) => ({
      id,
      type,
      concepts: [concept ?? conceptOf(heading).id],
      ...fields,
    })),
    { lineWidth: 0 },
  )
