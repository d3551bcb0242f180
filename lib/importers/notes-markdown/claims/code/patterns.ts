/**
 * A piece of code the importer knows: an optimiser's loop. Notes' code is run beside `right` from the same numbers; it is right
 * when the parameters end in the same place.
 */
export interface CodePattern {
  readonly id: string
  /** Found in the words around the code or in its names. */
  readonly names: RegExp
  /** Names the code must assign, and one it must not. */
  readonly assigns: readonly string[]
  readonly lacks?: string
  readonly right: string
  /** Lines of `right` worth asking for, by what they assign, the best first. */
  readonly ask: readonly string[]
  readonly numbers: { readonly [name: string]: number }
}

const numbers = { learning_rate: 0.05, rho: 0.9, decay_rate: 0.9, beta1: 0.9, beta2: 0.99, eps: 1e-8 }

const loop = (setup: string, body: string, head = 'while True:'): string =>
  `${setup}${setup === '' ? '' : '\n'}${head}\n${body
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')}`

export const codePatterns: readonly CodePattern[] = [
  {
    id: 'adam',
    names: /full|完整|adam/i,
    assigns: ['first_moment', 'second_moment', 'first_unbias', 'second_unbias', 'x'],
    right: loop(
      'first_moment = 0\nsecond_moment = 0',
      'dx = compute_gradient(x)\nfirst_moment = beta1 * first_moment + (1 - beta1) * dx\nsecond_moment = beta2 * second_moment + (1 - beta2) * dx * dx\nfirst_unbias = first_moment / (1 - beta1 ** t)\nsecond_unbias = second_moment / (1 - beta2 ** t)\nx -= learning_rate * first_unbias / (np.sqrt(second_unbias) + 1e-7)',
      'for t in range(1, num_iterations + 1):',
    ),
    ask: ['first_unbias', 'x'],
    numbers,
  },
  {
    id: 'adam-almost',
    names: /adam/i,
    assigns: ['first_moment', 'second_moment', 'x'],
    lacks: 'first_unbias',
    right: loop(
      'first_moment = 0\nsecond_moment = 0',
      'dx = compute_gradient(x)\nfirst_moment = beta1 * first_moment + (1 - beta1) * dx\nsecond_moment = beta2 * second_moment + (1 - beta2) * dx * dx\nx -= learning_rate * first_moment / (np.sqrt(second_moment) + 1e-7)',
    ),
    ask: ['second_moment', 'x', 'first_moment'],
    numbers,
  },
  {
    id: 'rmsprop',
    names: /rmsprop/i,
    assigns: ['grad_squared', 'x'],
    right: loop(
      'grad_squared = 0',
      'dx = compute_gradient(x)\ngrad_squared = decay_rate * grad_squared + (1 - decay_rate) * dx * dx\nx -= learning_rate * dx / (np.sqrt(grad_squared) + 1e-7)',
    ),
    ask: ['grad_squared', 'x'],
    numbers,
  },
  {
    id: 'adagrad',
    names: /adagrad/i,
    assigns: ['grad_squared', 'x'],
    right: loop(
      'grad_squared = 0',
      'dx = compute_gradient(x)\ngrad_squared += dx * dx\nx -= learning_rate * dx / (np.sqrt(grad_squared) + 1e-7)',
    ),
    ask: ['grad_squared', 'x'],
    numbers,
  },
  {
    id: 'nesterov',
    names: /nesterov/i,
    assigns: ['old_v', 'v', 'x'],
    right: loop(
      'v = 0',
      'dx = compute_gradient(x)\nold_v = v\nv = rho * v - learning_rate * dx\nx += -rho * old_v + (1 + rho) * v',
    ),
    ask: ['x', 'v'],
    numbers,
  },
  {
    id: 'momentum',
    names: /momentum|动量/i,
    assigns: ['vx', 'x'],
    right: loop('vx = 0', 'dx = compute_gradient(x)\nvx = rho * vx + dx\nx -= learning_rate * vx'),
    ask: ['vx', 'x'],
    numbers,
  },
  {
    id: 'sgd',
    names: /SGD|梯度下降|gradient descent/i,
    assigns: ['dx', 'x'],
    lacks: 'vx',
    right: loop('', 'dx = compute_gradient(x)\nx -= learning_rate * dx'),
    ask: ['x'],
    numbers,
  },
  {
    id: 'adam-settings',
    names: /adam|beta/i,
    assigns: ['beta1', 'beta2', 'learning_rate'],
    lacks: 'x',
    right: 'beta1 = 0.9\nbeta2 = 0.999\nlearning_rate = 1e-3',
    ask: ['beta2', 'beta1'],
    numbers: {},
  },
]
