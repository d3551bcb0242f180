/** What a reader can play with inside the notes; written `![what it shows](explorer:name "caption")`. */
export const explorerNames = ['learning-rate', 'optimisers', 'saturation', 'convolution'] as const
export type ExplorerName = (typeof explorerNames)[number]

export const explorerNamed = (name: string): ExplorerName | null => explorerNames.find((one) => one === name) ?? null
