import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { ImportedRow } from '@/lib/sync/file-import'
import { isKnownLoss } from './losses'

type Reason = Pick<ImportedRow['reasons'][number], 'kind'>

const told = ['why-added', 'mistakes-added', 'split', 'id-new', 'newline'] as const
const toldIn = (kind: string) => told.find((one) => one === kind)

/** A reason in the reader's language. */
export const useReasonWords = (): ((reason: Reason) => string) => {
  const t = useTranslations('import')
  return useCallback(
    ({ kind }: Reason) => {
      const quiet = toldIn(kind)
      if (quiet !== undefined) return t(`told.${quiet}`)
      // `weights` are of FSRS in a package of Anki, and of a mark everywhere else.
      const named = kind === 'weights' ? 'points' : kind
      return isKnownLoss(named) ? t(`loss.${named}`) : kind
    },
    [t],
  )
}
