import type { Fetch } from '@/lib/client/fetch-json'
import type { UserId } from '@/lib/core/id'
import { makeRng } from '@/lib/core/rng'
import type { Database } from '@/lib/server/db/client'
import { type KillCounts, makeStricken } from './exam-kills'

export interface StruckTaker {
  readonly name: string
  readonly userId: UserId
  readonly serve: Fetch
}

/**
 * Lets everybody write while browsers, networks and the server are killed, then lets them hand in, and compares the rows with
 * what was acknowledged and with what was typed last. Faults are sentences; none where everything holds.
 */
export const strike = async (
  db: () => Database,
  exam: string,
  takers: readonly StruckTaker[],
  kills: number,
  killServer: () => Promise<void>,
): Promise<{ readonly counts: KillCounts; readonly missed: readonly string[] }> => {
  const counts: KillCounts = {
    browsers: 0,
    networks: 0,
    servers: 0,
    typed: 0,
    acknowledged: 0,
    replayed: 0,
    lostHere: 0,
    lostElsewhere: 0,
    lostCutOff: 0,
  }
  const missed: string[] = []
  const rng = makeRng('exam strike', kills)
  const crowd = takers.map(({ name, serve }) => makeStricken(name, exam, serve, counts, missed))
  for (const one of crowd) await one.begin()
  let going = true
  const writing = Promise.all(crowd.map((one) => one.write(() => going)))
  while (counts.browsers + counts.networks + counts.servers < kills) {
    await new Promise((resolve) => setTimeout(resolve, rng.integer(20, 200)))
    const victim = crowd[rng.integer(0, crowd.length - 1)]
    const kind = rng.integer(0, 9)
    if (kind < 3) await victim?.killBrowser(false)
    else if (kind < 5) await victim?.killBrowser(true)
    else if (kind < 8) await victim?.killNetwork()
    else {
      counts.servers++
      await killServer()
    }
  }
  going = false
  await writing
  for (const one of crowd) await one.handIn()

  for (const [index, one] of crowd.entries()) {
    const { name, userId } = takers[index] ?? { name: '', userId: null }
    if (userId === null) continue
    const rows = await db().examAnswer.findMany({ where: { examId: exam, userId, late: false } })
    const kept = new Map(rows.map((row) => [row.slot, row]))
    for (const [slot, { rev, device }] of one.acknowledged) {
      const row = kept.get(slot)
      if (row === undefined || row.rev < rev || (row.rev === rev && row.device < device))
        missed.push(`${name}: the acknowledged answer ${rev} to question ${slot} is not there.`)
    }
    for (const [slot, text] of one.last()) {
      const answer = JSON.parse(kept.get(slot)?.answer ?? 'null') as { readonly text?: string } | null
      if (answer?.text !== text) missed.push(`${name}: question ${slot} holds ${answer?.text}, not ${text}.`)
    }
    const attempts = await db().examAttempt.count({ where: { examId: exam, userId } })
    if (attempts !== 1) missed.push(`${name} has ${attempts} attempts.`)
  }
  return { counts, missed }
}

/** Sentences about typing that was lost for longer than it may be; a matter of time, so no test of a busy machine asks. */
export const lostTooLong = ({ lostHere, lostElsewhere }: KillCounts): readonly string[] => [
  ...(lostHere > 2000 ? [`${Math.round(lostHere)} ms of typing were lost on one device.`] : []),
  ...(lostElsewhere > 5000 ? [`${Math.round(lostElsewhere)} ms of typing were lost on another device.`] : []),
]
