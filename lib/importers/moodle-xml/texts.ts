import { html, markdown, plain, type Text } from '../text/text'
import { attribute, child, type Element, wordsAt } from '../xml/element'

/** How Moodle writes a text: `<name format="html"><text>…</text></name>`. `folder` is where its question's files are. */
export const textOf = (element: Element | null, folder: string, fallback = 'html'): Text => {
  const source = wordsAt(element, 'text').replaceAll('@@PLUGINFILE@@/', `${folder}/`)
  switch (attribute(element, 'format') || fallback) {
    case 'plain_text':
      return plain(source)
    case 'markdown':
      return markdown(source)
    case 'moodle_auto_format':
      return html(source.replace(/\n/g, '<br>'))
    default:
      return html(source)
  }
}

export const textAt = (element: Element, name: string, folder: string): Text =>
  textOf(child(element, name), folder, attribute(child(element, 'questiontext'), 'format') || 'html')

/** A part of the mark: Moodle writes percent. */
export const shareOf = (answer: Element): number => Number(attribute(answer, 'fraction') || '0') / 100

/** `$course$/top/Chapter 2/Losses` as a path of titles. */
export const categoryPath = (text: string): readonly string[] =>
  text
    .split(/(?<!\/)\/(?!\/)/)
    .map((part) => part.trim().replaceAll('//', '/'))
    .filter((part) => part !== '' && !/^(?:top|\$\w+\$)$/i.test(part))
