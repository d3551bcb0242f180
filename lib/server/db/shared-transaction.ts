import 'server-only'
import { type Database, inTransaction, isEmbedded, type Transaction } from './client'

interface Waiting {
  /** Does the work inside a transaction, and returns what tells its caller. */
  readonly run: (tx: Transaction) => Promise<() => void>
  /** Does it in a transaction of its own. */
  readonly alone: () => Promise<void>
}

interface Line {
  readonly waiting: Waiting[]
  running: boolean
}

/** Works that one transaction takes in: enough for a crowd, few enough that nobody waits long. */
const most = 16

const lines = new WeakMap<Database, Line>()

/**
 * As `inTransaction`; on the embedded database those that wait for their turn meanwhile share the next one, and with it the
 * one write to disk. Nobody is answered before that write. Where the shared one fails, each is tried alone, so that nobody
 * suffers for another's work.
 */
export const inSharedTransaction = <T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> => {
  if (!isEmbedded(db)) return inTransaction(db, work)
  return new Promise<T>((resolve, reject) => {
    const line = lines.get(db) ?? { waiting: [], running: false }
    lines.set(db, line)
    line.waiting.push({
      run: async (tx) => {
        const result = await work(tx)
        return () => resolve(result)
      },
      alone: () => inTransaction(db, work).then(resolve, reject),
    })
    if (!line.running) void runLine(db, line)
  })
}

const runLine = async (db: Database, line: Line): Promise<void> => {
  line.running = true
  for (let turn = line.waiting.splice(0, most); turn.length > 0; turn = line.waiting.splice(0, most)) {
    await runTurn(db, turn)
  }
  line.running = false
}

const runTurn = async (db: Database, turn: readonly Waiting[]): Promise<void> => {
  const [first] = turn
  if (turn.length === 1 && first) return first.alone()
  try {
    const told = await inTransaction(db, async (tx) => {
      const all: (() => void)[] = []
      for (const { run } of turn) all.push(await run(tx))
      return all
    })
    for (const tell of told) tell()
  } catch {
    for (const { alone } of turn) await alone()
  }
}
