/** What stands in an address for an exam that is still to be made. */
export const newExam = 'new'
/** The list; on the page itself only the fragment changes. */
export const listPage = '/exam#'
/** Begins another exam, about this deck. */
export const newExamOn = (deck: string): string => `/exam#${newExam}/${encodeURIComponent(deck)}`
export const examPage = (id: string, part = ''): string =>
  `/exam#${encodeURIComponent(id)}${part === '' ? '' : `/${encodeURIComponent(part)}`}`
export const sitPage = (id: string, part: string, detail = ''): string =>
  `/exam/sit#${encodeURIComponent(id)}/${part}${detail === '' ? '' : `/${encodeURIComponent(detail)}`}`
