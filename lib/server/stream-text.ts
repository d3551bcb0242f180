import 'server-only'

/** A part that nobody reads for so long, ms: whoever still wants it is on no connection that would bring the rest. */
const patience = 120_000

/**
 * A text sent part by part, each made when the one before has gone. Whoever hangs up ends the making, and so does whoever reads no further,
 * since what it is made from is held meanwhile.
 */
export const streamText = (parts: AsyncGenerator<string, void>, silence = patience): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  let late: NodeJS.Timeout | undefined
  return new ReadableStream({
    pull: async (controller) => {
      clearTimeout(late)
      const next = await parts.next()
      if (next.done) {
        controller.close()
        return
      }
      controller.enqueue(encoder.encode(next.value))
      late = setTimeout(() => {
        controller.error(new Error('Nobody read on.'))
        parts.return().catch(() => undefined)
      }, silence).unref()
    },
    cancel: async () => {
      clearTimeout(late)
      await parts.return()
    },
  })
}
