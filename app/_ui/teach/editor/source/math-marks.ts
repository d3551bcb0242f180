import {
  Decoration,
  type DecorationSet,
  type EditorView,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'

const marks = {
  math: Decoration.mark({ class: 'cm-math' }),
  command: Decoration.mark({ class: 'cm-math-command' }),
  gap: Decoration.mark({ class: 'cm-gap' }),
}

/** Formulas between dollar signs with their commands, and gaps between two equals signs. */
const finder = new MatchDecorator({
  regexp: /\$\$?(?:[^$\n\\]|\\.)+\$?\$|==[^=\n]+==/g,
  decorate: (add, from, to, [text]) => {
    if (text.startsWith('==')) return add(from, to, marks.gap)
    add(from, to, marks.math)
    for (const command of text.matchAll(/\\{1,2}[A-Za-z]+/g))
      add(from + command.index, from + command.index + command[0].length, marks.command)
  },
})

export const mathMarks = ViewPlugin.fromClass(
  class {
    shown: DecorationSet
    constructor(view: EditorView) {
      this.shown = finder.createDeco(view)
    }
    update(update: ViewUpdate) {
      this.shown = finder.updateDeco(update, this.shown)
    }
  },
  { decorations: ({ shown }) => shown },
)
