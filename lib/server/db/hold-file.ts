import 'server-only'
import { pathToFileURL } from 'node:url'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import { isDriverAdapterError } from '@prisma/driver-adapter-utils'

/**
 * Holds a file against other processes by leaving a write transaction open on it. Returns how to let go, or null when
 * another process holds it. Ends with the process, also on SIGKILL.
 */
export const holdFile = async (file: string): Promise<(() => Promise<void>) | null> => {
  const connection = await new PrismaLibSql({ url: pathToFileURL(file).href, timeout: 0 }).connect()
  const transaction = await connection.startTransaction()
  try {
    await transaction.executeRaw({ sql: 'CREATE TABLE IF NOT EXISTS held (once INTEGER)', args: [], argTypes: [] })
  } catch (error) {
    await transaction.rollback()
    await connection.dispose()
    if (isDriverAdapterError(error) && error.cause.kind === 'SocketTimeout') return null
    throw error
  }
  return async () => {
    await transaction.rollback()
    await connection.dispose()
  }
}
