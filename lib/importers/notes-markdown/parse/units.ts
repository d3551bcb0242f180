import { type Group, isGroup, type Unit } from './outline'

/** Every unit in the order of the notes. */
export const unitsOf = (root: Group): Unit[] => {
  const units: Unit[] = []
  const waiting: (Unit | Group)[] = [...root.children].reverse()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (isGroup(next))
      for (let i = next.children.length - 1; i >= 0; i--) waiting.push(next.children[i] as Unit | Group)
    else units.push(next)
  }
  return units
}
