import { asId, type DeckId, type UserId } from '@/lib/core/id'
import type { Database } from '@/lib/server/db/client'
import { readDesk } from '@/lib/server/services/banks/bank-desk'
import { createBank } from '@/lib/server/services/banks/create-bank'
import { changeDraft } from '@/lib/server/services/banks/draft'
import { inviteToBank, takeBankInvitation } from '@/lib/server/services/banks/invite-to-bank'
import { moveBank } from '@/lib/server/services/banks/move-bank'
import { publishBank } from '@/lib/server/services/banks/publish-bank'
import { assignDeck } from '@/lib/server/services/classes/assign-deck'
import { createClass } from '@/lib/server/services/classes/create-class'
import { listDecks } from '@/lib/server/services/list-decks'
import type { BankAbout } from '@/lib/sync/bank'
import type { AskedDeed } from '@/lib/sync/bank-desk'
import type { BankRole } from '@/lib/sync/bank-life'
import { noon } from './events'
import { agreed, makePeople, type Person } from './people'

let clock = noon
/** A second later each time: steps are told in the order they were made. */
export const now = (): Date => {
  clock += 1000
  return new Date(clock)
}

export const about: BankAbout = {
  title: 'Optimisers',
  languages: ['en'],
  author: 'Ada',
  licence: 'CC BY 4.0',
  source: 'L7',
}

export const cards = (back = 'A moving average.') => ({
  path: 'a.cards.yaml',
  text: `- id: momentum.def\n  concepts: [momentum]\n  front: What is momentum?\n  back: ${back}\n`,
})
const concepts = { path: 'concepts.yaml', text: '- { id: momentum, study: 1, title: Momentum }\n' }

/** A bank that several people work on, and what they do with it. */
export const openWorkshop = (db: () => Database) => {
  const { member } = makePeople(db, 'workshop', now())
  const joined = async (owner: Person, bank: string, role: BankRole, name = ''): Promise<Person> => {
    const person = await member('learner', name)
    const { token } = agreed(await inviteToBank(db(), owner, bank, { role, email: '' }, now()))
    agreed(await takeBankInvitation(db(), person, token, now()))
    return person
  }
  return {
    member,
    joined,
    /** A bank at revision 2 with one card, of an owner, an editor and a reader. */
    workshop: async () => {
      const owner = await member('instructor', 'Ada')
      const bank = agreed(await createBank(db(), owner, about, now())).id
      agreed(await changeDraft(db(), owner, { id: bank, base: 1 }, [concepts, cards()], now()))
      const editor = await joined(owner, bank, 'editor', 'Ed')
      const reader = await joined(owner, bank, 'viewer', 'Rea')
      return { owner, editor, reader, bank }
    },
    move: (who: Person, bank: string, base: number, deed: AskedDeed, reason = '') =>
      moveBank(db(), who, { id: bank, base }, deed, reason, now()),
    publish: (who: Person, bank: string, base: number) => publishBank(db(), who, { id: bank, base }, [], now()),
    /** A class of one student that learns the bank. */
    classOf: async (teacher: Person, bank: string) => {
      const classId = agreed(await createClass(db(), teacher, { title: 'C', about: '', zone: 'UTC' }, now()))
      agreed(await assignDeck(db(), teacher.id, classId, asId<DeckId>(bank), { kind: 'own' }, now()))
      const student = (await member()).id
      await db().classMember.create({ data: { classId, userId: student, student: 'learning', joinedAt: now() } })
      return { classId, student }
    },
    stepsOf: async (who: Person, bank: string) =>
      agreed(await readDesk(db(), who, bank)).steps.map(({ kind, by }) => `${kind} by ${by}`),
    sees: async (reader: UserId | null, bank: string) => (await listDecks(db(), reader)).some(({ id }) => id === bank),
  }
}
