import type { Marks } from '@/lib/view/chart'
import { Bars } from './bars'
import { Levels } from './levels'
import { Plotted } from './plotted'
import { Shares } from './shares'

/** The marks of a chart by their kind. */
export function MarksView({ marks, locale }: { marks: Marks; locale: string }) {
  switch (marks.kind) {
    case 'bars':
      return <Bars marks={marks} locale={locale} />
    case 'shares':
      return <Shares marks={marks} locale={locale} />
    case 'levels':
      return <Levels marks={marks} locale={locale} />
    default:
      return <Plotted marks={marks} locale={locale} />
  }
}
