import { describe, expect, it } from 'vitest'
import type { Proposal } from '@/lib/importers/notes-markdown/proposal'
import { proposed } from './notes-fixtures'

const { cards } = proposed('english-rules.md')

const saysOf = ({ fields }: Proposal): string =>
  fields.front === undefined ? String(fields.text ?? fields.question) : `${fields.front} -> ${fields.back}`

const of = (rule: string): readonly string[] =>
  cards.filter((card) => card.rule === rule).map((card) => saysOf(card).replace(/^\*\*[^*]*\*\*: /, ''))

describe('English notes', () => {
  it('give definitions, with the article a question needs', () => {
    expect(of('definition')).toEqual([
      'What is backpropagation? -> The recursive application of the chain rule from the loss to the inputs.',
      'What is a saddle point? -> A point where the gradient vanishes but which is neither a minimum nor a maximum.',
    ])
  })

  it('give comparisons that say of what', () => {
    expect(of('comparison')).toEqual([
      'How does momentum differ from plain SGD? -> Dampens the oscillations across the ravine.',
      'How does RMSProp differ from AdaGrad? -> Forgets old gradients with a moving average.',
    ])
  })

  it('give numbers and defaults, a range as one gap', () => {
    expect(of('number')).toEqual([
      'The default learning rate of Adam is ==0.001==.',
      'By default, the momentum coefficient is ==0.9==.',
      'A typical batch size lies between ==32 and 256==.',
      'Learning rates are usually searched on a log scale from ==1e-6 to 1e-1==.',
    ])
  })

  it('give thresholds with their verdicts', () => {
    expect(of('threshold')).toEqual([
      'What does relative error > 1e-2 mean? -> The gradient is probably wrong.',
      'What does 1e-4 \\< relative error \\< 1e-2 mean? -> Look at it with suspicion.',
      'What does relative error \\< 1e-7 mean? -> The gradient is correct.',
    ])
  })

  it('give procedures in order, told in a sentence or as a numbered list', () => {
    const orders = cards.filter(({ type }) => type === 'order').map(({ fields }) => fields.items)
    expect(orders).toEqual([
      ['shuffle the data', 'compute the forward pass', 'compute the gradient', 'update the weights'],
      ['Sample coarse values for one epoch', 'Keep the best region', 'Sample fine values for five epochs'],
    ])
  })

  it('give advantages and drawbacks of what they stand under', () => {
    expect([...of('aspect'), ...of('advantage or drawback')]).toEqual([
      'What is the advantage of batch normalization? -> It allows larger learning rates.',
      'What is the drawback of batch normalization? -> Its dependence on the batch size.',
      'Name the advantages of batch normalization. -> Smooths the loss surface and acts as a mild regularizer.',
      'Name the disadvantages of batch normalization. -> Small batches give noisy statistics.',
    ])
  })

  it('give causes, a name keeping its capital', () => {
    expect(of('cause')[0]).toBe('Why: Adam needs more memory than SGD? -> It stores two moments for each weight.')
    expect(of('cause')[2]).toBe('Why: sigmoid units are avoided? -> Their gradient vanishes when they saturate.')
  })

  it('give conditions: what to do, what follows, and under which one', () => {
    expect(of('condition')).toEqual([
      'If the loss is NaN: what should one do? -> Lower the learning rate.',
      'When the training loss stays flat: what follows? -> The learning rate is too low.',
      'Early stopping ends training: under which condition? -> The validation loss stops improving.',
    ])
  })

  it('give lists that are counted, ends and means', () => {
    expect(of('enumeration')).toEqual([
      'Which three kinds of parameters are there? -> Weights, biases, scale factors.',
      'Which four common data augmentations are there? -> Flips, crops, rotations, colour jitter.',
    ])
    expect(of('purpose')).toEqual([
      'How does one prevent exploding gradients? -> Clip the gradient norm.',
      'What is the purpose of gradient clipping? -> To keep updates bounded.',
      'What is the purpose of ReLU? -> To avoid saturation for positive inputs.',
    ])
    expect(of('means')).toEqual([
      'Weight sharing reduces the number of parameters: how? -> By reusing one filter at every position.',
    ])
  })

  it('never repeat the title of the notes before a question', () => {
    expect(JSON.stringify(cards.map(({ fields }) => fields))).not.toContain('Training notes')
  })
})
