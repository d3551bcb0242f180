import { useTranslations } from 'next-intl'
import type { ComponentType, ReactNode } from 'react'
import type { Inline, ShownTensor } from '@/lib/view/block'
import { closingMarks } from './closing-marks'
import { hrefInCourse } from './course-link'
import styles from './inline.module.css'
import { MathText } from './math'
import { shownNumber } from './shown-number'

export type ShownValues = { readonly [name: string]: ShownTensor }

export interface InlineContext {
  readonly values: ShownValues
  /** The deck that `concept:` and `section:` links belong to; without one they are plain words. */
  readonly deck: string | null
  /** Draws a link to a page of this site. */
  readonly Inside: InsideLink
}

export type InsideLink = ComponentType<{ readonly href: string; readonly children: ReactNode }>

export function Inlines({ children, context }: { children: readonly Inline[]; context: InlineContext }) {
  return children.map((inline, index) => {
    const before = children[index - 1]
    const taken = before === undefined ? '' : closingMarks(before, inline)
    const rest = inline.kind === 'text' ? { ...inline, text: inline.text.slice(taken.length) } : inline
    const kept = closingMarks(inline, children[index + 1])
    const key = `${index}:${inline.kind}`
    if (kept === '') return <InlineView key={key} inline={rest} context={context} />
    if (rest.kind === 'math') return <MathText key={key} math={rest.math} marks={kept} />
    return (
      <span key={key} className={styles.kept}>
        <InlineView inline={rest} context={context} />
        {kept}
      </span>
    )
  })
}

function InlineView({ inline, context }: { inline: Inline; context: InlineContext }) {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'math':
      return <MathText math={inline.math} />
    case 'code':
      return <code className={styles.code}>{inline.text}</code>
    case 'strong':
      return (
        <strong>
          <Inlines context={context}>{inline.children}</Inlines>
        </strong>
      )
    case 'emphasis':
      return (
        <em>
          <Inlines context={context}>{inline.children}</Inlines>
        </em>
      )
    case 'mark':
      return (
        <mark className={styles.mark}>
          <Inlines context={context}>{inline.children}</Inlines>
        </mark>
      )
    case 'link':
      return <LinkView href={inline.href} label={inline.children} context={context} />
    case 'value':
      return <Value tensor={context.values[inline.name]} name={inline.name} />
    case 'gap':
      return <Gap gap={inline} context={context} />
    case 'break':
      return <br />
  }
}

function LinkView({ href, label, context }: { href: string; label: readonly Inline[]; context: InlineContext }) {
  const words = <Inlines context={context}>{label}</Inlines>
  const target = hrefInCourse(href, context.deck)
  if (target === null) return <span>{words}</span>
  if (target.startsWith('/') || target.startsWith('#')) {
    return <context.Inside href={target}>{words}</context.Inside>
  }
  return (
    <a href={target} rel="noopener noreferrer" target="_blank">
      {words}
    </a>
  )
}

function Value({ tensor, name }: { tensor: ShownTensor | undefined; name: string }) {
  const text = tensor ? tensor.cells.map(shownNumber).join(', ') : name
  return <span className={styles.value}>{tensor && tensor.shape.length > 0 ? `[${text}]` : text}</span>
}

function Gap({ gap, context }: { gap: Extract<Inline, { kind: 'gap' }>; context: InlineContext }) {
  const t = useTranslations('blocks')
  if (gap.open) {
    return (
      <mark className={styles.filled}>
        <Inlines context={context}>{gap.answer}</Inlines>
      </mark>
    )
  }
  return (
    <span className={styles.gap}>
      <span className="heard">{gap.hint === null ? t('gap') : t('gapHint', { hint: gap.hint })}</span>
      <span aria-hidden="true">{gap.hint ?? '\u2026'}</span>
    </span>
  )
}
