import type { Direction, Point } from './graph-layout'

const aside = (point: Point, by: number, direction: Direction): Point =>
  direction === 'right' ? { x: point.x, y: point.y + by } : { x: point.x + by, y: point.y }

/** A smooth line through the points that leaves and enters each layer straight; `offset` moves it to one side, px. */
export const edgePath = (points: readonly Point[], direction: Direction, offset: number): string => {
  const [first, ...rest] = points.map((point) => aside(point, offset, direction))
  if (first === undefined) return ''
  let path = `M${first.x} ${first.y}`
  let from = first
  for (const to of rest) {
    const middle = direction === 'right' ? (from.x + to.x) / 2 : (from.y + to.y) / 2
    path +=
      direction === 'right'
        ? `C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`
        : `C${from.x} ${middle} ${to.x} ${middle} ${to.x} ${to.y}`
    from = to
  }
  return path
}
