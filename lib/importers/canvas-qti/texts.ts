import { html, plain, type Text } from '../text/text'
import { attribute, child, type Element, elementsIn, everyIn, wordsAt, wordsIn } from '../xml/element'

/** What `material` says; several pieces follow each other. */
export const materialOf = (element: Element | null): Text => {
  const pieces = element === null ? [] : everyIn(element, 'mattext')
  const [only, second] = pieces
  if (only === undefined) return html('')
  const isPlain = attribute(only, 'texttype') === 'text/plain'
  if (second === undefined) return isPlain ? plain(wordsIn(only)) : html(wordsIn(only))
  return html(pieces.map((piece) => `<p>${wordsIn(piece)}</p>`).join(''))
}

/** The question itself: what stands in the presentation outside its answers. */
export const questionText = (item: Element): Text => {
  const presentation = child(item, 'presentation')
  const flow = child(presentation, 'flow') ?? presentation
  return materialOf(child(flow, 'material') ?? child(presentation, 'material'))
}

/** Entries of an item's metadata by their labels. */
export const metadataOf = (item: Element): ReadonlyMap<string, string> =>
  new Map(
    everyIn(item, 'qtimetadatafield').map((field) => [wordsAt(field, 'fieldlabel'), wordsAt(field, 'fieldentry')]),
  )

/** What is said for an answer, by the answer's name; `general_fb` to everybody. */
export const feedbackOf = (item: Element): ReadonlyMap<string, Text> =>
  new Map(
    elementsIn(item, 'itemfeedback').map((feedback) => [
      attribute(feedback, 'ident').replace(/_fb$/, ''),
      materialOf(feedback),
    ]),
  )
