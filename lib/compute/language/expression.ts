/** Half-open range of UTF-16 units inside the expression's own text. */
export interface Span {
  readonly start: number
  readonly end: number
}

export type BinaryOperator = '+' | '-' | '*' | '/' | '@' | '^' | '<' | '<=' | '>' | '>=' | '==' | '!='

export type Expression =
  | { readonly kind: 'number'; readonly value: number; readonly span: Span }
  | { readonly kind: 'name'; readonly name: string; readonly span: Span }
  | { readonly kind: 'array'; readonly items: readonly Expression[]; readonly span: Span }
  | { readonly kind: 'negate'; readonly of: Expression; readonly span: Span }
  | {
      readonly kind: 'binary'
      readonly operator: BinaryOperator
      readonly operatorSpan: Span
      readonly left: Expression
      readonly right: Expression
      readonly span: Span
    }
  | {
      readonly kind: 'call'
      readonly name: string
      readonly nameSpan: Span
      readonly positional: readonly Expression[]
      readonly named: readonly { readonly name: string; readonly nameSpan: Span; readonly value: Expression }[]
      readonly span: Span
    }
  | { readonly kind: 'index'; readonly of: Expression; readonly at: readonly Subscript[]; readonly span: Span }

export type Subscript =
  | { readonly kind: 'at'; readonly index: Expression }
  /** `from:to`, either end optional, no step. */
  | { readonly kind: 'slice'; readonly from: Expression | null; readonly to: Expression | null; readonly span: Span }
