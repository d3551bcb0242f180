import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

/** The source in the page's own colours. */
export const theme = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--raised)', fontSize: '0.875rem' },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--ink)', paddingBlock: '0.5rem' },
  '.cm-gutters': { backgroundColor: 'var(--raised)', color: 'var(--muted)', border: 'none' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in oklab, var(--sunken) 70%, transparent)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--halo)',
  },
  '.cm-selectionMatch': { backgroundColor: 'var(--forward-wash)' },
  '.cm-matchingBracket': { backgroundColor: 'var(--halo)' },
  '.cm-math': { color: 'var(--backward)' },
  '.cm-math-command': { fontWeight: '600' },
  '.cm-gap': { backgroundColor: 'var(--halo)', borderRadius: '3px' },
  '.cm-told': { padding: '0.25rem 0.5rem' },
  '.cm-note': { color: 'var(--muted)', paddingInlineStart: '1.5em', fontStyle: 'italic' },
  '.cm-tooltip, .cm-panels': {
    backgroundColor: 'var(--raised)',
    color: 'var(--ink)',
    border: '1px solid var(--edge)',
    borderRadius: '6px',
    fontFamily: 'var(--sans)',
    fontSize: '0.8125rem',
    maxWidth: 'min(32rem, 90vw)',
  },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)' },
  '.cm-tooltip-autocomplete > ul > li': { minHeight: '1.75rem', display: 'flex', alignItems: 'center' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--ink)', color: 'var(--paper)' },
  '.cm-completionIcon': { display: 'none' },
  '.cm-completionDetail': { marginInlineStart: 'auto', paddingInlineStart: '1rem', fontStyle: 'normal' },
  '.cm-diagnostic': { padding: '0.25rem 0.5rem' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--wrong)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--edge)' },
  '.cm-lintRange-error': { backgroundImage: 'none', borderBottom: '2px solid var(--wrong)' },
  '.cm-lintRange-warning': { backgroundImage: 'none', borderBottom: '2px dotted var(--edge)' },
})

/** What each part of the text is coloured as. */
export const colours = syntaxHighlighting(
  HighlightStyle.define([
    { tag: [tags.propertyName, tags.definition(tags.propertyName), tags.heading], color: 'var(--forward)' },
    { tag: tags.heading, fontWeight: '600' },
    { tag: [tags.string, tags.monospace], color: 'var(--right)' },
    { tag: [tags.number, tags.bool, tags.null], color: 'var(--backward)' },
    { tag: [tags.comment, tags.meta, tags.processingInstruction], color: 'var(--muted)' },
    { tag: tags.emphasis, fontStyle: 'italic' },
    { tag: tags.strong, fontWeight: '600' },
    { tag: tags.link, textDecoration: 'underline' },
  ]),
)
