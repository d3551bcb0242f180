import { autocompletion, completionKeymap } from '@codemirror/autocomplete'
import {
  defaultKeymap,
  history,
  historyKeymap,
  indentWithTab,
  redo,
  redoDepth,
  undo,
  undoDepth,
} from '@codemirror/commands'
import { markdown } from '@codemirror/lang-markdown'
import { yaml, yamlFrontmatter } from '@codemirror/lang-yaml'
import { bracketMatching, indentOnInput } from '@codemirror/language'
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint'
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search'
import { Annotation, EditorState, type Extension, Transaction } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers, tooltips } from '@codemirror/view'
import type { Completion } from '../completion'
import type { QuickFix } from '../quick-fixes'
import { type LineNote, notes, setNotes } from './line-notes'
import { mathMarks } from './math-marks'
import { colours, theme } from './theme'
import { wordTooltip } from './word-tooltip'

/** A fault or warning where it stands, from 1. */
export interface Marked {
  readonly line: number
  readonly column: number
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly fix: QuickFix | null
}

export interface SourceEditor {
  /** The file whose source it is. */
  readonly path: string
  /** Another text from elsewhere; nothing is told of it. */
  readonly setText: (text: string) => void
  /** Another text from a form or a button: told, and taken back, like a typed one. */
  readonly rewrite: (text: string) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly insert: (text: string) => void
  readonly mark: (faults: readonly Marked[]) => void
  readonly note: (notes: readonly LineNote[]) => void
  /** Puts the cursor at a line and shows it at the top. */
  readonly goTo: (line: number) => void
  readonly close: () => void
}

export interface Steps {
  readonly undo: boolean
  readonly redo: boolean
}

export interface SourceGround {
  readonly path: string
  readonly text: string
  readonly label: string
  readonly onChange: (text: string, line: number) => void
  readonly onCursor: (line: number) => void
  /** Whether there is something to take back, and to do again. */
  readonly onHistory: (history: Steps) => void
  /** The text up to the cursor, and all of it. */
  readonly complete: (before: string, text: string) => Completion | null
  /** What is known of a word, by what follows it on its line. */
  readonly tell: (word: string, after: string) => string | null
  /** What a button that puts in another word says. */
  readonly fixName: (word: string) => string
  /** Pictures pasted or dropped. */
  readonly onFiles: (files: readonly File[]) => void
  /** Words of the editor itself in the reader's language. */
  readonly phrases: Readonly<Record<string, string>>
}

/** Marks a change that came from outside. */
const fromOutside = Annotation.define<boolean>()

const lineAt = (state: EditorState): number => state.doc.lineAt(state.selection.main.head).number

const pictures = (data: DataTransfer | null): readonly File[] =>
  [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'))

/** Where a fault's own word stands: on its line, or a little below it in a list. */
const wrongWord = (
  state: EditorState,
  line: number,
  word: string,
): { readonly from: number; readonly to: number } | null => {
  for (let number = line; number < line + 12 && number <= state.doc.lines; number++) {
    const at = state.doc.line(number)
    const found = at.text.search(
      new RegExp(`(?<![\\p{L}\\p{N}_-])${word.replace(/[^\p{L}\p{N}_-]/gu, '\\$&')}(?![\\p{L}\\p{N}_-])`, 'u'),
    )
    if (found >= 0) return { from: at.from + found, to: at.from + found + word.length }
  }
  return null
}

const extensions = (ground: SourceGround, root: ShadowRoot): Extension => [
  lineNumbers(),
  history(),
  drawSelection(),
  indentOnInput(),
  bracketMatching(),
  highlightActiveLine(),
  highlightSelectionMatches(),
  lintGutter(),
  notes,
  mathMarks,
  wordTooltip(ground.tell),
  theme,
  colours,
  EditorView.lineWrapping,
  EditorState.tabSize.of(2),
  EditorState.phrases.of(ground.phrases),
  EditorView.contentAttributes.of({ 'aria-label': ground.label, spellcheck: 'false', tabindex: '0' }),
  // Styles are adopted by the shadow root, which a policy without inline styles allows; so tooltips stay inside it.
  tooltips({ position: 'absolute' }),
  ground.path.endsWith('.md') ? yamlFrontmatter({ content: markdown() }) : yaml(),
  autocompletion({
    override: [
      ({ state, pos, explicit }) => {
        const found = ground.complete(state.doc.sliceString(0, pos), state.doc.toString())
        if (found === null || (!explicit && found.back === 0)) return null
        return {
          from: pos - found.back,
          options: found.options.map(({ label, apply, kind, detail }) => ({
            label,
            detail: detail ?? ground.phrases[kind] ?? '',
            ...(apply === undefined ? {} : { apply }),
          })),
          validFor: /^[\p{L}\p{N}_./-]*$/u,
        }
      },
    ],
  }),
  // Escape, then Tab, leaves the editor.
  keymap.of([...completionKeymap, ...lintKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap, indentWithTab]),
  EditorView.domEventHandlers({
    paste: (event) => {
      const files = pictures(event.clipboardData)
      if (files.length > 0) ground.onFiles(files)
      return files.length > 0
    },
    drop: (event) => {
      const files = pictures(event.dataTransfer)
      if (files.length === 0) return false
      event.preventDefault()
      ground.onFiles(files)
      return true
    },
  }),
  EditorView.updateListener.of(({ docChanged, selectionSet, state, transactions }) => {
    const outside = transactions.some((transaction) => transaction.annotation(fromOutside) === true)
    if (docChanged && !outside) ground.onChange(state.doc.toString(), lineAt(state))
    else if (selectionSet || outside) ground.onCursor(lineAt(state))
    if (docChanged) ground.onHistory({ undo: undoDepth(state) > 0, redo: redoDepth(state) > 0 })
  }),
  EditorView.scrollMargins.of(() => ({ top: 8, bottom: root.host.clientHeight / 4 })),
]

/** The part of a text that is another; the cursor and its history stay around it. */
const changeTo = (before: string, after: string) => {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head++
  let tail = 0
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  return { from: head, to: before.length - tail, insert: after.slice(head, after.length - tail) }
}

/** Mounts the source editor into a shadow root of an element; the only place that knows which editor it is. */
export const mountSource = (host: HTMLElement, ground: SourceGround): SourceEditor => {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const state = EditorState.create({ doc: ground.text, extensions: extensions(ground, root) })
  const view = new EditorView({ state, parent: root, root })
  return {
    path: ground.path,
    setText: (text) => {
      const before = view.state.doc.toString()
      if (before === text) return
      // What somebody else wrote is not this author's to take back.
      const annotations = [fromOutside.of(true), Transaction.addToHistory.of(false)]
      view.dispatch({ changes: changeTo(before, text), annotations })
    },
    rewrite: (text) => {
      const before = view.state.doc.toString()
      if (before !== text) view.dispatch({ changes: changeTo(before, text), userEvent: 'input.type' })
    },
    undo: () => void undo(view),
    redo: () => void redo(view),
    insert: (text) => {
      view.dispatch(view.state.replaceSelection(text))
      view.focus()
    },
    mark: (faults) => {
      const { doc } = view.state
      const found = faults
        .filter(({ line }) => line <= doc.lines)
        .map(({ line, column, severity, message, fix }) => {
          const wrong = fix === null ? null : wrongWord(view.state, line, fix.wrong)
          if (fix !== null && wrong !== null) {
            const actions = fix.meant.map((meant) => ({
              name: ground.fixName(meant),
              apply: (editor: EditorView, from: number, to: number) =>
                editor.dispatch({ changes: { from, to, insert: meant }, userEvent: 'input.complete' }),
            }))
            return { ...wrong, severity, message, actions }
          }
          const at = doc.line(line)
          const from = Math.min(at.from + column - 1, at.to)
          const word = /^[\p{L}\p{N}_.$\\-]+/u.exec(doc.sliceString(from, at.to))?.[0].length ?? 1
          return { from, to: Math.min(from + Math.max(1, word), at.to), severity, message }
        })
      view.dispatch(setDiagnostics(view.state, found))
    },
    note: (shown) => view.dispatch({ effects: setNotes.of(shown) }),
    goTo: (line) => {
      const at = view.state.doc.line(Math.max(1, Math.min(line, view.state.doc.lines)))
      view.dispatch({
        selection: { anchor: at.from },
        effects: EditorView.scrollIntoView(at.from, { y: 'start', yMargin: 16 }),
      })
    },
    close: () => view.destroy(),
  }
}
