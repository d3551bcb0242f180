import 'server-only'
import { makeAdapter, type Place } from './adapter'

/** Runs SQL that answers nothing, outside any transaction. */
export const runScript = async (place: Place, script: string): Promise<void> => {
  const connection = await makeAdapter(place).connect()
  try {
    await connection.executeScript(script)
  } finally {
    await connection.dispose()
  }
}
