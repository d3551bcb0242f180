import type { Language } from '@/lib/core/language'
import type { ExportLoss } from '../exporter'
import type { ItemVariant } from '../items/item'
import { asMathMl, makeMarkup } from '../markup/markup'
import { xmlText } from '../markup/xml'
import { interactionOf } from './interaction'

const score = (conditions: readonly string[]): string =>
  conditions
    .map(
      (condition) =>
        `<qti-response-condition><qti-response-if>${condition}<qti-set-outcome-value identifier="SCORE"><qti-sum><qti-variable identifier="SCORE"/><qti-base-value base-type="float">${Number((1 / conditions.length).toFixed(6))}</qti-base-value></qti-sum></qti-set-outcome-value></qti-response-if></qti-response-condition>`,
    )
    .join('')

/** A showing of a card as an item of QTI 3. The answer is said once a response was given. */
export const itemXml = (
  variant: ItemVariant,
  about: { readonly identifier: string; readonly title: string; readonly language: Language },
  media: (src: string) => string | null,
  tell: (loss: ExportLoss) => void,
): string => {
  const asks = makeMarkup({ media, math: asMathMl, tell, xml: true }, true)
  const tells = makeMarkup({ media, math: asMathMl, tell, xml: true }, false)
  const { declarations, body, conditions, feedback } = interactionOf(variant, media, tell)
  const outcomes = [
    '<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"><qti-default-value><qti-value>0</qti-value></qti-default-value></qti-outcome-declaration>',
    feedback ? '<qti-outcome-declaration identifier="FEEDBACK" cardinality="single" base-type="identifier"/>' : '',
    '<qti-outcome-declaration identifier="ANSWER" cardinality="single" base-type="identifier"/>',
  ].join('')
  const processing = [
    conditions === null ? '' : score(conditions),
    feedback
      ? '<qti-set-outcome-value identifier="FEEDBACK"><qti-variable identifier="RESPONSE"/></qti-set-outcome-value>'
      : '',
    '<qti-set-outcome-value identifier="ANSWER"><qti-base-value base-type="identifier">shown</qti-base-value></qti-set-outcome-value>',
  ].join('')
  const answer = tells.blocks(variant.answer)
  const said =
    answer === ''
      ? ''
      : `<qti-modal-feedback outcome-identifier="ANSWER" identifier="shown" show-hide="show"><qti-content-body><div>${answer}</div></qti-content-body></qti-modal-feedback>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="${xmlText(about.identifier)}" title="${xmlText(about.title)}" xml:lang="${about.language}" adaptive="false" time-dependent="false">
${declarations}${outcomes}
<qti-item-body><div>${asks.blocks(variant.question)}</div>${body}</qti-item-body>
<qti-response-processing>${processing}</qti-response-processing>${said}
</qti-assessment-item>
`
}
