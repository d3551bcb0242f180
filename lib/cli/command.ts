/** One thing the command line does. */
export interface Command {
  /** First line of its help: how to call it. */
  readonly usage: string
  /** Resolves with the exit code. */
  readonly run: (args: readonly string[]) => Promise<number>
}
