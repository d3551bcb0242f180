import type { Result } from '@/lib/core/result'

/** What a service answered that has no reason to refuse. */
export const agreed = <T>(what: string, result: Result<T, string>): T => {
  if (!result.ok) throw new Error(`${what} was refused: ${result.error}`)
  return result.value
}
