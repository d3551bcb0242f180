/** The learner's own judgement of recall, in the field's four steps. */
export const grades = ['again', 'hard', 'good', 'easy'] as const
export type Grade = (typeof grades)[number]
