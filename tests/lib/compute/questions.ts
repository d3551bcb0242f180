import type { Program } from '@/lib/compute/language/program'
import { readPrograms } from '@/lib/compute/language/read-program'

/** A program from its text; its faults are the test's. */
export const programOf = (text: string): Program => {
  const { programs, diagnostics } = readPrograms(text)
  const [program] = programs
  if (!program) throw new Error(diagnostics.map(({ message, hint }) => `${message} ${hint}`).join('\n'))
  return program
}

export const hinge = `
id: svm-hinge-loss.loss
concepts: [svm-hinge-loss]
prompt: { en: "Scores $s$, true class {y}. What is the loss?", zh: "得分 $s$，正确类别 {y}，损失是多少？" }
given:
  s: { shape: [3], uniform: [-5, 5], decimals: 1 }
  y: { index: 3 }
  delta: 1
steps:
  margins: relu(s - s[y] + delta) * (1 - onehot(y, 3))
  loss: sum(margins)
ask:
  - { value: loss, decimals: 1 }
  - { value: "grad(loss, s)", integer: true }
mistakes:
  counts-true-class:
    change: { margins: "relu(s - s[y] + delta)" }
    says: { en: "The true class counts no margin.", zh: "正确类别不计间隔。" }
  wrong-sign:
    answer: { ask_2: "-grad(loss, s)" }
    says: { en: "The loss falls as the true score grows.", zh: "正确得分越大，损失越小。" }
`

export const neuron = `
id: neuron.backward
given:
  w: { shape: [2], uniform: [-2, 2], decimals: 1 }
  x: { shape: [2], uniform: [-2, 2], decimals: 1 }
steps:
  z: dot(w, x)
  a: relu(z)
  loss: (a - 1) ^ 2
ask:
  - { value: "grad(loss, w)", decimals: 2 }
`

export const conv = `
id: conv-size.basic
given:
  w: { integer: [20, 40] }
  f: { choice: [3, 5, 7] }
  p: { integer: [0, 3] }
  stride: { choice: [1, 2] }
steps:
  size: floor((w + 2 * p - f) / stride) + 1
ask: [{ value: size, integer: true }]
mistakes:
  pads-once: { change: { size: "floor((w + p - f) / stride) + 1" }, says: { en: "Padding is on both sides.", zh: "两侧都有填充。" } }
  no-plus-one: { change: { size: "floor((w + 2 * p - f) / stride)" }, says: { en: "Count the first place too.", zh: "第一个位置也要数。" } }
`
