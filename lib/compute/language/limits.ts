/** What one program may cost. Programs come from strangers and run on phones, so every limit is far above any question. */
export const limits = {
  /** UTF-16 units of a document: far above any deck's file, and read in seconds whatever it holds. */
  document: 1_000_000,
  /** Programs of one document. */
  programs: 10_000,
  /** Faults told of one program, and of one file: who mends these sees the rest next time. */
  faults: 100,
  fileFaults: 1_000,
  /** UTF-16 units of one expression: room for a written-out tensor of 4,096 numbers. */
  expression: 40_000,
  /** Levels of one expression's tree; keeps every recursive walk far from the end of the stack. */
  depth: 120,
  /** Nested brackets of a document, for the same reason. */
  nesting: 64,
  elements: 4_096,
  rank: 8,
  steps: 200,
  givens: 200,
  asks: 100,
  mistakes: 100,
  times: 64,
  /** Nodes of a graph with its loops unrolled. */
  nodes: 20_000,
  /** Multiply-adds of one evaluation, gradients included: below a second. */
  work: 100_000_000,
  /** The same for one numeric gradient, which TensorFlow.js repeats at some tens of microseconds an operation. */
  numericWork: 30_000_000,
  /** The same for one gradient check. */
  checkWork: 100_000_000,
} as const
