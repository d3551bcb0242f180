import { type CardForm, field } from '../form'

export const codeForm: CardForm = {
  type: 'code',
  named: true,
  fields: [
    field('words', 'question', 'question'),
    field('line', 'language', 'codeLanguage'),
    field('code', 'code', 'code'),
    field('lines', 'answers', 'answers'),
    field('words', 'back', 'back', false),
  ],
  start: 'type: code\nquestion: ""\nlanguage: python\ncode: |\n  out = ____\nanswers: [x]\n',
}
