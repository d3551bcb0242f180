import { type BuildChart, labelCell, message } from '../build'
import { conceptLevels } from '../concept-levels'

const shown = 10
const weakBelow = 0.9

/** The concepts begun that are nearest to being forgotten. */
export const weakest: BuildChart = ({ cards }) => {
  const begun = conceptLevels(cards).filter(({ started }) => started > 0)
  const weak = begun.filter(({ recall, started }) => recall / started < weakBelow)
  const levels = [...(weak.length > 0 ? weak : begun)]
    .sort((a, b) => a.recall / a.started - b.recall / b.started || (a.concept < b.concept ? -1 : 1))
    .slice(0, shown)
    .map(({ concept, recall, started }) => ({
      label: { kind: 'name', name: concept } as const,
      value: Math.round(recall * 10) / 10,
      of: started,
    }))
  if (levels.length === 0) return null
  const column = message('weakest.known')
  return {
    id: 'weakest',
    title: message(weak.length > 0 ? 'weakest.title' : 'weakest.titleNone', {
      count: weak.length,
      begun: begun.length,
    }),
    marks: { kind: 'levels', series: [{ name: column, hue: 'forward' }], levels },
    table: {
      columns: [message('weakest.concept'), column, message('weakest.started')],
      rows: levels.map((level) => [
        labelCell(level.label),
        { kind: 'amount', value: level.value },
        { kind: 'count', value: level.of },
      ]),
    },
  }
}
