import 'server-only'
import type { ClassId } from '@/lib/core/id'
import type { Result } from '@/lib/core/result'
import type { Database } from '../../db/client'
import type { Account } from '../read-account'
import { openInvitation } from './invite'
import { joinClass } from './join-class'
import { normalCode } from './join-code'

/** As long as a code is written; an invitation's token is longer. */
const longestCode = 12

/** Joins by what somebody holds: a code, which is short, or an invitation. */
export const comeIn = (
  db: Database,
  account: Pick<Account, 'id' | 'kind'>,
  key: string,
  now: Date,
  address = 'unknown',
): Promise<Result<ClassId, 'class-code' | 'guest' | 'too-many'>> =>
  normalCode(key).length <= longestCode
    ? joinClass(db, account.id, key, now, address)
    : openInvitation(db, account, key, now)
