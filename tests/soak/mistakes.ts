import { readQuestions } from '@/lib/cli/lint-sources'
import { freezeVariants } from '@/lib/compute/variants/freeze'
import { lintMistakes } from '@/lib/compute/variants/lint-mistakes'
import type { Campaign } from './campaign'

/** Far above the seeds of the variants that are shipped. */
const seeds = { first: 1_000_001, most: 12_000 }
const wanted = 200
const leastNamed = 0.99

/** Every mistake's own answer on fresh variants of every shipped question: never right, and called by its name. */
export const mistakes: Campaign = {
  name: 'mistakes',
  run: async () => {
    const { questions } = await readQuestions('content')
    const missed: string[] = []
    let [variants, short, confusing, tried, named, right] = [0, 0, 0, 0, 0, 0]
    for (const { program } of questions) {
      const frozen = freezeVariants(program, wanted, seeds)
      // Variants on which two mistakes give the same answer are shown only where a question has no others.
      const clear = frozen.variants.filter(({ confused }) => confused.length === 0)
      const shown = clear.length > 0 ? clear : frozen.variants
      const found = lintMistakes(program, shown)
      variants += shown.length
      confusing += frozen.variants.length - shown.length
      if (frozen.variants.length < wanted) short++
      tried += found.tried
      named += found.named
      right += found.right
      if (frozen.variants.length === 0) missed.push(`${program.id} has no variant on fresh seeds.`)
      if (found.right > 0) missed.push(`${program.id}: a mistake is marked right ${found.right} times.`)
      if (found.named < leastNamed * found.tried)
        missed.push(`${program.id}: ${found.named} of ${found.tried} mistaken answers are named.`)
    }
    if (questions.length === 0) missed.push('There are no shipped questions.')
    const share = ((100 * named) / tried).toFixed(3)
    return {
      result: `${questions.length} questions, ${variants} fresh variants (${short} questions have fewer than ${wanted}; ${confusing} with two mistakes of one answer set aside), ${named} of ${tried} mistaken answers named (${share} %), ${right} marked right`,
      missed,
    }
  },
}
