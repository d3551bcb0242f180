'use client'

import { useMemo } from 'react'
import type { Trace } from '@/lib/view/trace'
import type { Seen } from './frames'
import { GraphEdges } from './graph-edges'
import { type Direction, layOut, type Sizes } from './graph-layout'
import { GraphNode } from './graph-node'
import styles from './trace-graph.module.css'

const sizes: { readonly [D in Direction]: Sizes } = {
  right: { node: { width: 124, height: 76 }, gap: { layer: 84, side: 20 } },
  down: { node: { width: 108, height: 76 }, gap: { layer: 64, side: 12 } },
}
/** Room around the drawing for arrowheads, focus rings and labels, px. */
const margin = 12

interface TraceGraphProps {
  readonly trace: Trace
  readonly seen: Seen
  readonly selected: string | null
  readonly mistaken: string | null
  readonly direction: Direction
  readonly label: string
  readonly onSelect: (id: string) => void
}

/** The program drawn from its steps: boxes are buttons over the drawn edges. */
export function TraceGraph({ trace, seen, selected, mistaken, direction, label, onSelect }: TraceGraphProps) {
  const layout = useMemo(() => layOut(trace, direction, sizes[direction]), [trace, direction])
  const { width, height } = sizes[direction].node
  const places = new Map(layout.nodes.map((node) => [node.id, node]))
  return (
    <section className={styles.scroll} aria-label={label}>
      <div
        className={styles.drawing}
        style={{ inlineSize: `${layout.width + 2 * margin}px`, blockSize: `${layout.height + 2 * margin}px` }}
      >
        <GraphEdges trace={trace} layout={layout} seen={seen} direction={direction} margin={margin} />
        {trace.nodes.map((node) => {
          const place = places.get(node.id)
          return place === undefined ? null : (
            <GraphNode
              key={node.id}
              node={node}
              seen={seen}
              selected={selected === node.id}
              mistaken={mistaken === node.id || mistaken === node.name}
              style={{
                insetInlineStart: `${place.x - width / 2 + margin}px`,
                insetBlockStart: `${place.y - height / 2 + margin}px`,
                inlineSize: `${width}px`,
                blockSize: `${height}px`,
              }}
              onSelect={() => onSelect(node.id)}
            />
          )
        })}
      </div>
    </section>
  )
}
