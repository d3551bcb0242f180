import { StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view'

/** A few words at the end of a line. */
export interface LineNote {
  readonly line: number
  readonly text: string
}

class Note extends WidgetType {
  constructor(readonly text: string) {
    super()
  }
  override eq(other: Note): boolean {
    return other.text === this.text
  }
  override toDOM(): HTMLElement {
    const element = document.createElement('span')
    element.className = 'cm-note'
    element.textContent = this.text
    return element
  }
}

export const setNotes = StateEffect.define<readonly LineNote[]>()

/** Notes move with their lines until there are newer ones. */
export const notes = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (shown, transaction) => {
    let next = shown.map(transaction.changes)
    for (const effect of transaction.effects) {
      if (!effect.is(setNotes)) continue
      const { doc } = transaction.state
      const widgets = effect.value
        .filter(({ line }) => line >= 1 && line <= doc.lines)
        .map(({ line, text }) => Decoration.widget({ widget: new Note(text), side: 1 }).range(doc.line(line).to))
      next = Decoration.set(widgets, true)
    }
    return next
  },
  provide: (field) => EditorView.decorations.from(field),
})
