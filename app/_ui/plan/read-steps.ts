import { longestStep, mostSteps } from '@/lib/schedule/terms'

const minutesIn = { m: 1, h: 60 } as const

/** Steps as people write them, `1m 10m 1h`; null where one of them cannot be read or is longer than half a day. */
export const readSteps = (text: string): readonly number[] | null => {
  const words = text
    .normalize('NFKC')
    .trim()
    .split(/[\s,，、;；]+/)
    .filter((word) => word !== '')
  const steps = words.map((word) => {
    const [, digits, unit] = /^(\d{1,4})(m|h)?$/i.exec(word) ?? []
    return digits === undefined ? Number.NaN : Number(digits) * minutesIn[unit?.toLowerCase() === 'h' ? 'h' : 'm']
  })
  return steps.length <= mostSteps && steps.every((minutes) => minutes >= 1 && minutes <= longestStep) ? steps : null
}

export const writeSteps = (steps: readonly number[]): string =>
  steps.map((minutes) => (minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`)).join(' ')
