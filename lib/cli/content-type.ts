import type { ServerResponse } from 'node:http'

/**
 * Next hands over the headers of a route handler's response as lists of one, and its own compression takes a content type
 * in a list for one it does not know: a deck of 5 MB would travel plain. A handler cannot compress for itself either, since
 * Next removes `content-encoding` from what it answers.
 */
export const readableContentType = (response: ServerResponse): void => {
  const setHeader = response.setHeader.bind(response)
  response.setHeader = (name, value) => {
    const only = Array.isArray(value) && value.length === 1 ? value[0] : undefined
    return setHeader(name, name.toLowerCase() === 'content-type' && only !== undefined ? only : value)
  }
}
