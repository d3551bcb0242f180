import 'server-only'

/** Work that would keep the server from everybody else, done in a process of its own. `send` hands a part over before the end. */
export type Job<Input, Part, Output> = (input: Input, send: (part: Part) => void) => Promise<Output>

/** Every such work by name; loaded only when called. */
export const jobs = {
  'convert-file': async () => (await import('./convert-file')).convertFile,
  'export-cards': async () => (await import('./export-cards')).exportCards,
} as const

export type JobName = keyof typeof jobs
type JobOf<N extends JobName> = Awaited<ReturnType<(typeof jobs)[N]>>
export type InputOf<N extends JobName> = Parameters<JobOf<N>>[0]
/** Never, for work that sends nothing before its end. */
export type PartOf<N extends JobName> =
  JobOf<N> extends (input: never, send: (part: infer Part) => void) => unknown ? Part : never
export type OutputOf<N extends JobName> = Awaited<ReturnType<JobOf<N>>>
