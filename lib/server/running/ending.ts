import 'server-only'

const shared = Symbol.for('gradeck.ending')
// On the global object, since the server's start and the application's bundles are separate module graphs.
const place = globalThis as { [shared]?: boolean }

/** Whether this process has been asked to end: it still answers, but nobody new should be sent to it. */
export const isEnding = (): boolean => place[shared] === true

/** Says that this process is about to end. */
export const beginEnding = (): void => {
  place[shared] = true
}
