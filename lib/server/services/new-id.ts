import 'server-only'
import { randomBytes } from 'node:crypto'
import { makeId, type UserId } from '@/lib/core/id'

export const newUserId = (now: Date): UserId => makeId(now.getTime(), randomBytes(16))
