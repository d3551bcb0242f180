import type { Decoder } from '@/lib/core/decode'
import type { Result } from '@/lib/core/result'
import { askServer, type Sent } from './ask-server'

/** Codes the server refuses with where classes are concerned. */
const classRefusals = [
  'offline',
  'signed-out',
  'guest',
  'not-found',
  'too-many',
  'class-instructors-only',
  'class-role',
  'class-code',
  'class-closed',
  'class-list',
  'last-owner',
  'bad-zone',
] as const
export type ClassRefusal = (typeof classRefusals)[number] | 'unknown'

/** Asks the own server about classes. Never throws; a refusal comes with the server's code. */
export const askClasses = <T>(path: string, decode: Decoder<T>, send?: Sent): Promise<Result<T, ClassRefusal>> =>
  askServer(path, decode, classRefusals, send)

/** The address of what belongs to a class. */
export const classPath = (id: string, ...parts: readonly string[]): string =>
  ['/api/classes', id, ...parts].map((part, at) => (at === 0 ? part : encodeURIComponent(part))).join('/')
