import 'server-only'

/** A text sent part by part, each made when the one before has gone; whoever hangs up ends the making. */
export const streamText = (parts: AsyncGenerator<string, void>): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull: async (controller) => {
      const next = await parts.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
    cancel: async () => {
      await parts.return()
    },
  })
}
