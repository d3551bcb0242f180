import 'server-only'
import { Refusal } from './http'

/** What each refusal of a service is over HTTP: the code is for the interface, which says it in the reader's language. */
const sentences = {
  'bad-email': [400, 'This is not an e-mail address. Write it like name@example.org.'],
  'short-password': [400, 'A password has at least ten characters. A few words in a row are easy to remember.'],
  'long-password': [400, 'A password has at most 200 characters.'],
  closed: [403, 'This server takes no new accounts. You can review as a guest, or ask its owner.'],
  'wrong-code': [403, 'This is not the sign-up code of this server. Ask whoever gave you its address.'],
  taken: [409, 'There is an account with this e-mail address already. Sign in; the reviews made here come along.'],
  'member-already': [409, 'You have an account already. Sign out first to make another.'],
  link: [404, 'This link has been used, replaced or is too old. Ask for a new one.'],
  'other-email': [403, 'This link was made for another e-mail address.'],
  'too-many': [429, 'Too many tries from here. Wait a while, then try again.'],
  'signed-out': [401, 'You are signed out. Sign in again; what is on this device is kept.'],
  'not-found': [404, 'There is nothing at this address.'],
  'not-confirmed': [400, 'Nothing was deleted: type the e-mail address of the account to confirm.'],
  guest: [403, 'Guests cannot do this. Make an account first; your reviews stay.'],
  stale: [409, 'The draft was changed elsewhere since it was read here. Nothing was overwritten; read it again.'],
  'bank-role': [403, 'Your role in this bank does not allow this. Ask one of its owners.'],
  'needs-review': [403, 'Owners publish. An editor publishes what somebody else has approved; ask for a review first.'],
  'bank-moved': [409, 'The bank has moved on since it was read here. Nothing was changed; read it again.'],
  'no-reason': [400, 'A draft is sent back with a reason, so that its author knows what to change.'],
  'gate-busy': [429, 'Other banks are being checked right now. Nothing was changed; try again in a minute.'],
  'import-busy': [429, 'Other files are being read right now. Nothing was changed; try again in a minute.'],
  'cut-off': [400, 'The file did not arrive whole. Nothing was changed; send it again.'],
  'too-slow': [408, 'The file came too slowly and was given up. Nothing was changed; try a better connection.'],
  'no-licence': [
    403,
    'This bank says nothing of a licence, so all rights stay with its author and no copy can be made.',
  ],
  'draft-too-large': [413, 'A bank holds 500 files, 8 million characters and 32 MB of figures. Split it.'],
  'not-a-picture': [400, 'This is no picture of the kind its name says. Nothing was added.'],
  'file-name': [400, 'A file of a bank is called like notes.cards.yaml or figures/plot.svg.'],
  'nothing-found': [404, 'The search finds no card of yours. Nothing was written.'],
  'bad-search': [400, 'Something in the search cannot be understood. The page Browse explains it.'],
  'too-much': [413, 'That is more than one export holds. Search for fewer cards.'],
  'instructors-only': [403, 'Only instructors and the owner of this server can open a bank to everybody here.'],
  'class-instructors-only': [403, 'Only instructors can make a class. The owner of this server can make you one.'],
  'class-role': [403, 'Your role in this class does not allow this. Ask one of its owners.'],
  'class-code': [404, 'This code or link lets nobody in. It may be old; ask your instructor for a new one.'],
  'class-closed': [409, 'The class is closed. One of its owners can open it again.'],
  'class-list': [400, 'A class list has at least one student and at most 500. Split a longer one.'],
  'last-owner': [409, 'A class needs an owner. Make somebody else one first.'],
  'exam-published': [409, 'The exam is published. Take it back first; that is possible until somebody has begun.'],
  'exam-begun': [409, 'Somebody has begun this exam, so its questions stay as they are.'],
  'exam-early': [403, 'The exam is not open yet.'],
  'exam-over': [403, 'The exam can no longer be begun.'],
  'exam-room-code': [403, 'This is not the code of the room. Read it again, or ask in the room.'],
  'exam-admission': [
    403,
    'The staff has to let you in: you are not on the class list, or joined once the exam was open. They have been asked.',
  ],
  'exam-handed-in': [409, 'This attempt has been handed in.'],
  'exam-break': [403, 'There is no break left in this attempt.'],
  'exam-on-break': [409, 'The paper is closed during a break. Your answers are kept on the device and saved after it.'],
  'exam-correction': [400, 'This change does not fit the question, so nothing was marked anew.'],
  'bad-zone': [400, 'The time zone is not known here. Write it like Asia/Shanghai.'],
} as const satisfies Record<string, readonly [Refusal['status'], string]>

export type RefusalCode = keyof typeof sentences

export const refusal = (code: RefusalCode): Refusal => new Refusal(sentences[code][0], code, sentences[code][1])

/** The value of a service's answer; its refusal goes to the browser. */
export const orRefuse = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: RefusalCode },
): T => {
  if (!result.ok) throw refusal(result.error)
  return result.value
}
