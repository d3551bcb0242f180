import {
  type MistakeReport,
  type Part,
  privacyFloor,
  type QuestionReport,
  type VariantReport,
} from '@/lib/sync/class-report'
import { variantLabel } from './answer'
import { discrimination } from './discrimination'
import { driftOf } from './drift'
import type { StudentSummary } from './student-summary'

/** More kinds of numbers than any question freezes; what comes after them is counted without a variant. */
const mostVariants = 200
const mostMistakes = 50

interface Group {
  right: number
  of: number
  students: number
}

interface Open {
  readonly all: Group
  readonly firsts: { student: number; right: boolean }[]
  readonly seconds: number[]
  readonly mistakes: Map<string, Group>
  readonly variants: Map<string, Group>
}

const emptyGroup = (): Group => ({ right: 0, of: 0, students: 0 })

/** One more student's part of a group. */
const count = (group: Group, { right, of }: Part): void => {
  group.right += right
  group.of += of
  group.students++
}

const within = <K, V>(map: Map<K, V>, key: K, most: number, make: () => V): V | undefined => {
  const known = map.get(key)
  if (known !== undefined || map.size >= most) return known
  const made = make()
  map.set(key, made)
  return made
}

/** Counts the answers to every question, student by student, and tells them across variants. */
export const makeQuestionTally = () => {
  const questions = new Map<string, Open>()
  /** Right first answers of each student, and how many. */
  const students: { right: number; of: number }[] = []

  const add = (student: number, { cards }: StudentSummary): void => {
    const own = { right: 0, of: 0 }
    students[student] = own
    for (const [card, { all, first, seconds, mistakes, variants }] of cards) {
      let open = questions.get(card)
      if (open === undefined) {
        open = { all: emptyGroup(), firsts: [], seconds: [], mistakes: new Map(), variants: new Map() }
        questions.set(card, open)
      }
      count(open.all, all)
      for (const one of seconds) open.seconds.push(one)
      if (first !== null) {
        open.firsts.push({ student, right: first })
        own.of++
        if (first) own.right++
      }
      for (const [name, times] of mistakes) {
        const named = within(open.mistakes, name, mostMistakes, emptyGroup)
        if (named) count(named, { right: 0, of: times })
      }
      for (const [given, part] of variants) {
        const shown = within(open.variants, given, mostVariants, emptyGroup)
        if (shown) count(shown, part)
      }
    }
  }

  const mistakesOf = ({ mistakes }: Open, says: ReadonlyMap<string, string>): readonly MistakeReport[] =>
    [...mistakes]
      .filter(([, group]) => group.students >= privacyFloor)
      .map(([name, group]) => ({ name, says: says.get(name) ?? '', answers: group.of, students: group.students }))
      .sort((a, b) => b.answers - a.answers || (a.name < b.name ? -1 : 1))

  const variantsOf = ({ variants }: Open): readonly VariantReport[] => {
    const all = [...variants.values()]
    const sum = (pick: (group: Group) => number) => all.reduce((total, group) => total + pick(group), 0)
    const whole: Part = { right: sum(({ right }) => right), of: sum(({ of }) => of) }
    return [...variants]
      .filter(([, group]) => group.students >= privacyFloor)
      .map(([given, { students: met, right, of }]) => ({
        label: variantLabel(given),
        students: met,
        right: { right, of },
        drift: driftOf({ right, of }, { right: whole.right - right, of: whole.of - of }),
      }))
      .sort((a, b) => a.right.right / a.right.of - b.right.right / b.right.of || (a.label < b.label ? -1 : 1))
  }

  /** The share of a student on all other questions; null for whoever answered no other. */
  const restOf = ({ student, right }: { student: number; right: boolean }): number | null => {
    const own = students[student]
    return own === undefined || own.of < 2 ? null : (own.right - (right ? 1 : 0)) / (own.of - 1)
  }

  /** `says`: what is said of each mistake, by its name. */
  const report = (card: string, title: string, says: ReadonlyMap<string, string>): QuestionReport => {
    const open = questions.get(card)
    const met = open?.all.students ?? 0
    if (open === undefined || met < privacyFloor) return { card, title, students: met, told: null }
    const pairs = open.firsts.flatMap((first) => {
      const rest = restOf(first)
      return rest === null ? [] : [{ right: first.right, rest }]
    })
    const seconds = [...open.seconds].sort((a, b) => a - b)
    return {
      card,
      title,
      students: met,
      told: {
        answers: { right: open.all.right, of: open.all.of },
        first: { right: open.firsts.filter(({ right }) => right).length, of: open.firsts.length },
        discrimination: discrimination(pairs),
        seconds: Math.round(seconds[Math.floor(seconds.length / 2)] ?? 0),
        mistakes: mistakesOf(open, says),
        variants: variantsOf(open),
      },
    }
  }

  return { add, report }
}
