import type { Trace } from '@/lib/view/trace'

export type Direction = 'right' | 'down'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface PlacedNode extends Point {
  readonly id: string
}

/** An edge as the points it runs through: the source's side, a place kept free in every layer it passes, the target's side. */
export interface PlacedEdge {
  readonly from: string
  readonly to: string
  readonly points: readonly Point[]
}

export interface GraphLayout {
  readonly width: number
  readonly height: number
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
}

export interface Sizes {
  readonly node: { readonly width: number; readonly height: number }
  /** Between layers, where the edges and their labels run, and between neighbours of a layer. */
  readonly gap: { readonly layer: number; readonly side: number }
}

interface Slot {
  readonly id: string
  readonly node: boolean
}

const via = (from: string, to: string, layer: number): string => `${from}>${to}@${layer}`
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Layers by depth, with a slot kept free wherever an edge passes a layer without stopping, and the links between neighbours. */
const layersOf = (trace: Trace) => {
  const depth = new Map(trace.nodes.map((node) => [node.id, node.depth]))
  const last = Math.max(0, ...depth.values())
  const layers: Slot[][] = Array.from({ length: last + 1 }, () => [])
  for (const node of trace.nodes) layers[node.depth]?.push({ id: node.id, node: true })
  const links: [string, string][] = []
  const chains = trace.edges.map(({ from, to }) => {
    const [start, end] = [depth.get(from) ?? 0, depth.get(to) ?? 0]
    const chain = [from]
    for (let layer = start + 1; layer < end; layer++) {
      layers[layer]?.push({ id: via(from, to, layer), node: false })
      chain.push(via(from, to, layer))
    }
    chain.push(to)
    for (const [index, id] of chain.slice(1).entries()) links.push([chain[index] ?? from, id])
    return { from, to, chain }
  })
  return { layers, links, chains }
}

/** Orders each layer by the mean place of its neighbours, sweeping there and back, so that few edges cross. */
const untangle = (layers: readonly Slot[][], links: readonly (readonly [string, string])[]): void => {
  const neighbours = new Map<string, string[]>()
  for (const [a, b] of links) {
    neighbours.set(a, [...(neighbours.get(a) ?? []), b])
    neighbours.set(b, [...(neighbours.get(b) ?? []), a])
  }
  for (let sweep = 0; sweep < 6; sweep++) {
    const order = layers.map((_, index) => (sweep % 2 === 0 ? index : layers.length - 1 - index))
    for (const index of order) {
      const beside = [layers[index - 1], layers[index + 1]].flatMap((layer) =>
        (layer ?? []).map((slot, place): [string, number] => [slot.id, (place + 0.5) / (layer?.length ?? 1)]),
      )
      const places = new Map(beside)
      const layer = layers[index] ?? []
      const own = new Map(layer.map((slot, place) => [slot.id, (place + 0.5) / layer.length]))
      const weight = new Map(
        layer.map((slot) => {
          const near = (neighbours.get(slot.id) ?? []).flatMap((id) => places.get(id) ?? [])
          return [slot.id, near.length === 0 ? (own.get(slot.id) ?? 0) : mean(near)]
        }),
      )
      layer.sort((a, b) => (weight.get(a.id) ?? 0) - (weight.get(b.id) ?? 0))
    }
  }
}

/** Places a trace: layers run to the right or down, each centred on the common axis. Coordinates are px of a box's middle. */
export const layOut = (trace: Trace, direction: Direction, { node, gap }: Sizes): GraphLayout => {
  const { layers, links, chains } = layersOf(trace)
  untangle(layers, links)
  const along = direction === 'right' ? node.width : node.height
  const across = direction === 'right' ? node.height : node.width
  const free = Math.round(across / 3)
  const extent = (slots: readonly Slot[]) =>
    slots.reduce((sum, slot) => sum + (slot.node ? across : free), 0) + gap.side * Math.max(0, slots.length - 1)
  const breadth = Math.max(across, ...layers.map(extent))
  const at = new Map<string, Point>()
  layers.forEach((slots, layer) => {
    let side = (breadth - extent(slots)) / 2
    const main = layer * (along + gap.layer) + along / 2
    for (const slot of slots) {
      const size = slot.node ? across : free
      const middle = side + size / 2
      at.set(slot.id, direction === 'right' ? { x: main, y: middle } : { x: middle, y: main })
      side += size + gap.side
    }
  })
  const place = (id: string): Point => at.get(id) ?? { x: 0, y: 0 }
  const shifted = (point: Point, by: number): Point =>
    direction === 'right' ? { x: point.x + by, y: point.y } : { x: point.x, y: point.y + by }
  const length = layers.length * along + (layers.length - 1) * gap.layer
  return {
    width: direction === 'right' ? length : breadth,
    height: direction === 'right' ? breadth : length,
    nodes: trace.nodes.map(({ id }) => ({ id, ...place(id) })),
    edges: chains.map(({ from, to, chain }) => ({
      from,
      to,
      points: [
        shifted(place(from), along / 2),
        ...chain.slice(1, -1).flatMap((id) => [shifted(place(id), -along / 2), shifted(place(id), along / 2)]),
        shifted(place(to), -along / 2),
      ],
    })),
  }
}
