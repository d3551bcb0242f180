import 'server-only'
import { logFormat } from '../env'

export type Level = 'info' | 'error'

/** What a line tells beside its sentence; nothing by which a person is known. */
export type Facts = { readonly [name: string]: string | number | boolean }

/** One line as it is written, without its end. */
export const logLine = (format: 'plain' | 'json', level: Level, message: string, facts: Facts, now: Date): string =>
  format === 'plain' ? message : JSON.stringify({ time: now.toISOString(), level, message, ...facts })

/** Tells what happened: to people as a sentence, to a collector of logs as a JSON object. */
export const tell = (level: Level, message: string, facts: Facts = {}): void => {
  const stream = level === 'error' ? process.stderr : process.stdout
  stream.write(`${logLine(logFormat(), level, message, facts, new Date())}\n`)
}

/** The sentence of an error of any kind. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
