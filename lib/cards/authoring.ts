import type { Authoring } from './authoring-type'
import { computeAuthoring } from './compute/authoring'

/** What card types offer their authors, for those that have more than their fields: one line each. */
const allAuthoring: readonly Authoring[] = [computeAuthoring]

const byName: ReadonlyMap<string, Authoring> = new Map(allAuthoring.map((one) => [one.name, one]))

export const authoringNamed = (type: string): Authoring | null => byName.get(type) ?? null
