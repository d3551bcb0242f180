import type { Diagnostic } from '@/lib/core/diagnostic'
import type { Language } from '@/lib/core/language'
import { type Checks, makeChecks } from './claims/checks'
import { readLines } from './dialects/read-lines'
import { makeIds } from './identity/ids'
import { type ImageFinder, makeImages } from './images'
import { readBlocks } from './parse/blocks'
import { type Group, isGroup, pathOf, readOutline, type Unit } from './parse/outline'
import { rangeOf } from './parse/passage'
import { makeSource, type Source } from './parse/source'
import { unitsOf } from './parse/units'
import type { Proposal, Proposals, ProposeOptions } from './proposal'
import { judge } from './quality/judge'
import { leftOpen } from './quality/left-open'
import { rules } from './rules/list'
import type { Candidate, Place } from './rules/rule'
import { isChinese } from './words/deixis'
import { topicsOf } from './words/topics'

/** Fewer signs are a name at most. */
const shortest = 3

/** Beyond any course: such a file is refused whole, with the cure. */
const longest = 20_000_000

const siblingProse = (unit: Unit, step: 1 | -1): string => {
  const { children } = unit.group
  for (let at = unit.at + step; at >= 0 && at < children.length; at += step) {
    const next = children[at]
    if (next === undefined || isGroup(next)) return ''
    if (next.kind === 'prose' && next.prose.text !== '') return next.prose.text
    if (next.kind !== 'prose') return ''
  }
  return ''
}

const headingOf = (group: Group): readonly string[] => pathOf(group).map(({ text }) => text)

const languageOf = (unit: Unit, fallback: Language): Language => {
  const raw = unit.block.passage.raw
  return isChinese(raw) ? 'zh' : unit.kind === 'prose' && /[a-z]{3}/i.test(raw) ? 'en' : fallback
}

/** What a unit's place says, looked up once for all units of a group. */
interface Around {
  readonly topics: readonly string[]
  readonly heading: readonly string[]
}

const aroundIn = (): ((group: Group) => Around) => {
  const known = new Map<Group, Around>()
  return (group) => {
    const found = known.get(group)
    if (found !== undefined) return found
    const made = { topics: topicsOf(pathOf(group)), heading: headingOf(group) }
    known.set(group, made)
    return made
  }
}

/** What all units of one run share. */
interface Run {
  readonly language: Language
  readonly images: ImageFinder
  readonly checks: Checks
  readonly around: (group: Group) => Around
}

const candidatesOf = (unit: Unit, run: Run): Candidate[] => {
  if (unit.kind === 'prose' && unit.prose.text.length < shortest && run.images.isEmpty) return []
  const place: Place = {
    unit,
    ...run.around(unit.group),
    language: languageOf(unit, run.language),
    before: siblingProse(unit, -1),
    after: siblingProse(unit, 1),
    images: run.images,
    checks: run.checks,
  }
  const found: Candidate[] = []
  const taken: (readonly [number, number])[] = []
  for (const rule of rules) {
    const { candidates, taken: more } = rule.find(place)
    for (const candidate of candidates)
      if (
        !taken.some(
          ([from, to]) => candidate.passage === unit.block.passage && from < candidate.to && candidate.from < to,
        )
      )
        found.push(candidate)
    taken.push(...more)
  }
  return found
}

const proposalOf = (candidate: Candidate, source: Source, id: string): Proposal => ({
  id,
  type: candidate.type,
  rule: candidate.rule,
  confidence: candidate.confidence,
  heading: candidate.heading,
  source: source.span(...rangeOf(candidate.passage, candidate.from, candidate.to)),
  language: candidate.language,
  claim: candidate.claim,
  concerns: candidate.concerns,
  fields: candidate.fields,
})

/**
 * Notes in, proposed cards out, for a person to accept, edit or drop. Pure, and total: any text gives cards, diagnostics or
 * both, the same every time.
 */
export const proposeCards = (text: string, options: ProposeOptions = {}): Proposals => {
  const file = options.fileName
  const named = file === undefined ? {} : { file }
  if (text.length > longest)
    return {
      cards: [],
      diagnostics: [
        {
          severity: 'error',
          ...named,
          path: '',
          line: 1,
          column: 1,
          message: `The notes have ${text.length} characters.`,
          hint: `Split it: ${longest} are read at once.`,
        },
      ],
    }
  const source = makeSource(text)
  const { lines, diagnostics: dialect } = readLines(text, file ?? '', source)
  const units = unitsOf(readOutline(readBlocks(lines)))
  const run: Run = {
    language: isChinese(text) ? 'zh' : 'en',
    images: makeImages(options.images ?? []),
    checks: makeChecks(),
    around: aroundIn(),
  }
  const open: Diagnostic[] = []
  const kept = judge(
    units.flatMap((unit, i) => {
      const found = candidatesOf(unit, run)
      open.push(...leftOpen(unit, source, options.images === undefined ? null : run.images))
      const behind = units[i - 2]
      if (behind?.kind === 'prose') behind.forget()
      return found
    }),
  )
  const idOf = makeIds()
  return {
    cards: kept.map((candidate) => proposalOf(candidate, source, idOf(candidate.rule, candidate.key))),
    diagnostics: [...dialect, ...open].map((diagnostic): Diagnostic => ({ ...diagnostic, ...named })),
  }
}
