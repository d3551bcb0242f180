import { useId } from 'react'
import { shownNumber } from '@/app/_ui/blocks/shown-number'
import type { Trace } from '@/lib/view/trace'
import { edgePath } from './edge-path'
import { backWidth, largestBack, type Seen } from './frames'
import type { Direction, GraphLayout } from './graph-layout'
import { labelPlaces } from './label-places'
import styles from './trace-graph.module.css'

interface GraphEdgesProps {
  readonly trace: Trace
  readonly layout: GraphLayout
  readonly seen: Seen
  readonly direction: Direction
  readonly margin: number
}

/** Forward and backward lines run side by side, px off the middle. */
const aside = 5

/** The lines of the graph: forward in blue to the target, backward in orange to the source, with what it sends. */
export function GraphEdges({ trace, layout, seen, direction, margin }: GraphEdgesProps) {
  const id = useId()
  const largest = largestBack(trace)
  const labels = labelPlaces(layout.edges, direction)
  const arrow = (name: string) => (
    <marker
      id={`${id}${name}`}
      viewBox="0 0 8 8"
      refX="7"
      refY="4"
      markerWidth="9"
      markerHeight="9"
      markerUnits="userSpaceOnUse"
      orient="auto-start-reverse"
    >
      <path d="M0 0.5 8 4 0 7.5z" className={styles[name]} />
    </marker>
  )
  const shownBack = layout.edges.map(({ from, to }, index) => {
    const back = trace.edges[index]?.back ?? null
    return back !== null && seen.gradients.has(to) && seen.gradients.has(from) ? back : null
  })
  return (
    <svg
      className={styles.edges}
      aria-hidden="true"
      width={layout.width + 2 * margin}
      height={layout.height + 2 * margin}
      viewBox={`${-margin} ${-margin} ${layout.width + 2 * margin} ${layout.height + 2 * margin}`}
    >
      <defs>
        {arrow('headForward')}
        {arrow('headBackward')}
      </defs>
      {layout.edges.map(({ from, to, points }) => (
        <path
          key={`${from}>${to}`}
          d={edgePath(points, direction, -aside)}
          className={seen.values.has(from) ? styles.forward : styles.waiting}
          markerEnd={seen.values.has(from) ? `url(#${id}headForward)` : undefined}
        />
      ))}
      {layout.edges.map(({ from, to, points }, index) => {
        const back = shownBack[index] ?? null
        return back === null ? null : (
          <path
            key={`${to}>${from}`}
            d={edgePath(points, direction, aside)}
            className={back.magnitude === 0 ? styles.dead : styles.backward}
            strokeWidth={backWidth(back.magnitude, largest)}
            strokeDasharray={back.negative ? '7 5' : undefined}
            markerStart={`url(#${id}headBackward)`}
          />
        )
      })}
      {layout.edges.map(({ from, to }, index) => {
        const back = shownBack[index] ?? null
        const place = labels[index]
        if (back === null || place === undefined) return null
        const text = shownNumber(back.text)
        const width = text.length * 7.4 + 10
        return (
          <g key={`${from}:${to}`} transform={`translate(${place.x} ${place.y})`}>
            <rect x={-width / 2} y={-9} width={width} height={18} rx={4} className={styles.plate} />
            <text className={styles.sent} textAnchor="middle" dy="4">
              {text}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
