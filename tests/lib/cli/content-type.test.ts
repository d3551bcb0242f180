import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, it } from 'vitest'
import { readableContentType } from '@/lib/cli/content-type'

const response = (): ServerResponse => {
  const made = new ServerResponse(new IncomingMessage(new Socket()))
  readableContentType(made)
  return made
}

it('a content type in a list of one is a text, as compression wants it', () => {
  const made = response()
  made.setHeader('Content-Type', ['application/json; charset=utf-8'])
  expect(made.getHeader('content-type')).toBe('application/json; charset=utf-8')
})

it('other headers stay lists', () => {
  const made = response()
  made.setHeader('Set-Cookie', ['a=1'])
  expect(made.getHeader('set-cookie')).toEqual(['a=1'])
})
