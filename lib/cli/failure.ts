import { isDriverAdapterError } from '@prisma/driver-adapter-utils'

const place = 'DATA_DIR names the folder of the embedded database, DATABASE_URL another database.'

const ofFiles = (error: Error): boolean => 'syscall' in error && 'path' in error

/** Faults of the program itself: only these are worth a stack trace. */
const isBug = (error: Error): boolean =>
  error instanceof TypeError ||
  error instanceof RangeError ||
  error instanceof ReferenceError ||
  error instanceof SyntaxError

/**
 * What to tell somebody whose command could not go on: what stood in the way, and where to look. Prisma puts the place in
 * its own code before the reason, so the last paragraph is the one that says something.
 */
export const sentenceOf = (error: unknown): string => {
  if (!(error instanceof Error)) return `Gradeck could not go on: ${String(error)}`
  if (ofFiles(error)) return `A file or folder cannot be used: ${error.message}. ${place}`
  if (isBug(error)) return `Gradeck failed; please report this: ${error.stack ?? error.message}`
  const reason = error.message.trim().split('\n\n').at(-1) ?? ''
  if (isDriverAdapterError(error) || error.name.startsWith('PrismaClient'))
    return `The database cannot be used: ${reason} ${place}`
  return reason
}
