'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import type { Trace } from '@/lib/view/trace'
import type { Seen } from './frames'
import { GraphEdges } from './graph-edges'
import { type Direction, layOut, type Sizes } from './graph-layout'
import { GraphNode } from './graph-node'
import styles from './trace-graph.module.css'

/** A box `room` characters wide holds a short vector; layers leave space for one label between them. */
const sizes: { readonly [D in Direction]: Sizes & { readonly room: number } } = {
  right: { node: { width: 116, height: 76 }, gap: { layer: 72, side: 20 }, room: 14 },
  down: { node: { width: 100, height: 76 }, gap: { layer: 60, side: 10 }, room: 12 },
}
/** Room around the drawing for arrowheads, focus rings and labels, px. */
const margin = 8

interface TraceGraphProps {
  readonly trace: Trace
  readonly seen: Seen
  readonly selected: string | null
  readonly mistaken: string | null
  readonly label: string
  readonly onSelect: (id: string) => void
}

/** The program drawn from its steps: boxes are buttons over the drawn edges. */
export function TraceGraph({ trace, seen, selected, mistaken, label, onSelect }: TraceGraphProps) {
  const frame = useRef<HTMLElement>(null)
  const [available, setAvailable] = useState(0)
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const observer = new ResizeObserver(() => setAvailable(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const now = seen.now?.node
  useEffect(() => {
    if (now === undefined) return
    const boxes = frame.current?.querySelectorAll('[data-node]') ?? []
    const box = [...boxes].find((one) => one.getAttribute('data-node') === now)
    // What happens now is in sight, in a graph wider or taller than the screen too.
    box?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [now])
  const right = useMemo(() => layOut(trace, 'right', sizes.right), [trace])
  const down = useMemo(() => layOut(trace, 'down', sizes.down), [trace])
  // From left to right where it fits; a long or a narrow place reads from top to bottom.
  const direction: Direction = right.width + 2 * margin <= available ? 'right' : 'down'
  const layout = direction === 'right' ? right : down
  const { width, height } = sizes[direction].node
  const places = new Map(layout.nodes.map((node) => [node.id, node]))
  return (
    <section ref={frame} className={styles.scroll} aria-label={label}>
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
              room={sizes[direction].room}
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
