/** Text within an element or an attribute. Signs that XML cannot hold are dropped. */
export const xmlText = (text: string): string =>
  text
    .replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]|\p{Cs}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** Markup carried as text: nothing in it ends the section early. */
export const cdata = (text: string): string =>
  `<![CDATA[${text.replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]|\p{Cs}/gu, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
