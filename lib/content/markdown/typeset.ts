import type { Language } from '@/lib/core/language'
import type { Inline } from '@/lib/view/block'
import type { Setting, Typesetter } from '../typesetter'
import { type Formulas, makeFormulas } from './formulas'
import { readText } from './read'

/** Pass a deck's `formulas` so that one formula is set once in all its cards and languages. */
export const makeTypesetter = (language: Language, formulas: Formulas = makeFormulas()): Typesetter => {
  const blocks = (markdown: string, setting?: Setting) => readText(markdown, language, formulas, setting).blocks
  return {
    blocks,
    inline: (markdown, setting) =>
      blocks(markdown, setting).flatMap((block): readonly Inline[] =>
        block.kind === 'paragraph' || block.kind === 'heading'
          ? block.children
          : block.kind === 'math'
            ? [{ kind: 'math', math: block.math }]
            : [],
      ),
    math: (tex, display) => formulas.set(tex, display, 'none', language).math,
  }
}
