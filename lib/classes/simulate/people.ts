import { makeRng } from '@/lib/core/rng'
import { others, steady } from './habit'
import type { SimulatedLearner } from './learner'

const names = [
  'Ada Byron',
  '王芳',
  'Tomás Rivera',
  '李雷',
  'Aisha Bello',
  '陈静',
  'Noah Weiss',
  '张伟',
  'Priya Nair',
  '刘洋',
  'Lena Fischer',
  '赵敏',
  'Omar Haddad',
  '孙悦',
  'Ines Costa',
  '周杰',
  'Kofi Mensah',
  '吴桐',
  'Yuki Tanaka',
  '郑爽',
  'Elif Kaya',
  '冯雪',
  'Mateo Rossi',
  '蒋欣',
  'Sofia Novak',
  '韩梅梅',
  'Liam Byrne',
  '杨帆',
  'Zoe Martin',
  '何平',
] as const

/** Leanings that are handed out by turns, of the mistakes that the cards tell apart. */
const leaningsOf = (turn: number, mistakes: readonly string[]): readonly string[] =>
  mistakes.length === 0 ? [] : [0, 7].map((apart) => mistakes[(turn * 3 + apart) % mistakes.length] ?? '')

/** Thirty made-up learners, each with a habit, an ability and two mistakes they lean to. */
export const simulatedLearners = (seed: string, mistakes: readonly string[]): readonly SimulatedLearner[] => {
  const rng = makeRng('people', seed)
  return names.map((name, turn) => ({
    name,
    // Three in five are steady; the other habits take turns.
    habit: turn % 5 < 3 ? steady : (others[Math.floor(turn / 5) % others.length] ?? steady),
    ability: 0.2 + (0.7 * rng.uint32()) / 2 ** 32,
    leanings: leaningsOf(turn, mistakes),
  }))
}
