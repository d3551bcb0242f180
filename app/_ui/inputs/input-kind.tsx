import type { ComponentType, ReactNode } from 'react'
import type { Language } from '@/lib/core/language'
import type { Answer, Input } from '@/lib/view/input'
import type { Verdict } from '@/lib/view/verdict'

type KindName = Input['kind']
type OfKind<Union, K> = Extract<Union, { kind: K }>

export interface ControlProps<I, A> {
  readonly input: I
  readonly answer: A
  readonly onChange: (answer: A) => void
  readonly onSubmit: () => void
  /** Set once the answer is marked; an `unreadable` verdict leaves the control open for another try. */
  readonly verdict: Verdict | null
  readonly language: Language
  /** Take the focus when shown: the review does, a page that also holds other things does not. */
  readonly autoFocus: boolean
}

export type ControlOf<K extends KindName> = ControlProps<OfKind<Input, K>, OfKind<Answer, K>>

/** How one kind of input is drawn, where it starts and when it can be handed in. */
interface InputKindSpec<K extends KindName> {
  readonly empty: (input: OfKind<Input, K>) => OfKind<Answer, K>
  readonly ready: (answer: OfKind<Answer, K>, input: OfKind<Input, K>) => boolean
  readonly Control: ComponentType<ControlOf<K>> | null
}

export interface InputKind {
  readonly kind: KindName
  readonly empty: (input: Input) => Answer
  readonly ready: (answer: Answer, input: Input) => boolean
  readonly render: (props: ControlProps<Input, Answer>) => ReactNode
}

const isKind = <T extends { kind: string }, K extends string>(value: T, kind: K): value is OfKind<T, K> =>
  value.kind === kind

/** Closes a kind over its own input and answer, so that the list holds one interface. */
export const defineInputKind = <K extends KindName>(kind: K, spec: InputKindSpec<K>): InputKind => {
  const mine = (input: Input): OfKind<Input, K> => {
    if (!isKind(input, kind)) throw new Error(`The ${kind} control was given an input of kind ${input.kind}.`)
    return input
  }
  const answerTo = (input: OfKind<Input, K>, answer: Answer): OfKind<Answer, K> =>
    isKind(answer, kind) ? answer : spec.empty(input)
  return {
    kind,
    empty: (input) => spec.empty(mine(input)),
    ready: (answer, input) => spec.ready(answerTo(mine(input), answer), mine(input)),
    render: ({ input, answer, ...rest }) => {
      const { Control } = spec
      const own = mine(input)
      return Control === null ? null : <Control input={own} answer={answerTo(own, answer)} {...rest} />
    },
  }
}

/** Whether the control takes no more changes. */
export const isClosed = (verdict: Verdict | null): boolean => verdict !== null && verdict.kind !== 'unreadable'
