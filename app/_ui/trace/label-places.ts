import type { Direction, PlacedEdge, Point } from './graph-layout'

/** A point of the bend between two points, `t` from 0 to 1, on the curve `edgePath` draws. */
const onBend = (from: Point, to: Point, t: number, direction: Direction): Point => {
  const ease = (a: number, b: number, straight: boolean): number => {
    const [c, d] = straight ? [a, b] : [(a + b) / 2, (a + b) / 2]
    return (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * c + 3 * (1 - t) * t ** 2 * d + t ** 3 * b
  }
  return { x: ease(from.x, to.x, direction === 'down'), y: ease(from.y, to.y, direction === 'right') }
}

const box = { width: 54, height: 18 }

/**
 * Where the labels of the edges sit: nearer to the source where several edges meet in one target, nearer to the target
 * where several leave one source, and pushed apart where two would still touch.
 */
export const labelPlaces = (edges: readonly PlacedEdge[], direction: Direction): readonly Point[] => {
  const count = (end: 'from' | 'to', id: string) => edges.filter((edge) => edge[end] === id).length
  const places = edges.map((edge) => {
    const [from, to] = count('from', edge.from) > 1 ? edge.points.slice(-2) : edge.points
    if (from === undefined || to === undefined) return { x: 0, y: 0 }
    const t =
      count('from', edge.from) > 1 ? (count('to', edge.to) > 1 ? 0.5 : 0.68) : count('to', edge.to) > 1 ? 0.32 : 0.5
    return onBend(from, to, t, direction)
  })
  const order = places.map((_, index) => index).sort((a, b) => (places[a]?.y ?? 0) - (places[b]?.y ?? 0))
  const placed: Point[] = []
  const result = new Map<number, Point>()
  for (const index of order) {
    let point = places[index] ?? { x: 0, y: 0 }
    for (const other of placed) {
      if (Math.abs(other.x - point.x) >= box.width || Math.abs(other.y - point.y) >= box.height) continue
      point = { x: point.x, y: other.y + box.height }
    }
    placed.push(point)
    result.set(index, point)
  }
  return edges.map((_, index) => result.get(index) ?? { x: 0, y: 0 })
}
