import { withoutTags } from './without-tags'

const math = /<(m:)?math\b[^>]*>([\s\S]*?)<\/(?:m:)?math>/gi
const annotation =
  /<annotation\s(?:[^<>]*\s)?encoding\s*=\s*["'](?:application\/x-tex|TeX|LaTeX)["'][^<>]*>((?:[^<]|<(?!\/?annotation))*)<\/annotation>/i

const attributeIn = (tag: string, name: string): string | null =>
  new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i')
    .exec(tag)
    ?.slice(1)
    .find((one) => one !== undefined) ?? null

/** Formulas that come as pictures or MathML with their LaTeX beside them, back to LaTeX; `onLost` hears of MathML without. */
export const formulasToTex = (html: string, onLost: (words: string) => void): string => {
  const pictures = html.replace(/<img\b[^>]*>/gi, (tag) => {
    const tex = attributeIn(tag, 'data-equation-content')
    return tex === null ? tag : `\\(${tex}\\)`
  })
  if (!/<\/(?:m:)?math>/i.test(pictures)) return pictures
  return pictures.replace(math, (all, _prefix, inner: string) => {
    const tex = annotation.exec(inner)?.[1] ?? attributeIn(all.slice(0, all.indexOf('>') + 1), 'alttext')
    if (tex !== null && tex !== undefined) return `\\(${tex.trim()}\\)`
    const words = withoutTags(inner, ' ').replace(/\s+/g, ' ').trim()
    onLost(words)
    return words
  })
}
