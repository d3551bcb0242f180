import { describe, expect, it } from 'vitest'
import { decodeWorkerMessage } from '@/lib/client/offline/messages'
import { assetsIn, fontsIn, languageIn, pageKey, strategyFor } from '@/lib/client/offline/strategy'

const strategy = (path: string, navigation = true, method = 'GET') =>
  strategyFor({ method, url: new URL(path, 'https://gradeck.test'), navigation })

describe('the service worker', () => {
  it.each(['/', '/review', '/progress', '/settings', '/offline'])('shows %s from the cache at once', (path) => {
    expect(strategy(path)).toBe('shell')
  })

  it.each([
    ['/api/sync', false, 'POST'],
    ['/api/sync', false, 'GET'],
    ['/api/auth/session', false, 'GET'],
    ['/api/decks', false, 'GET'],
    ['/api/export?q=tag', true, 'GET'],
    ['/calendar/secret.ics', true, 'GET'],
    ['/review?_rsc=abc', false, 'GET'],
    ['/review', true, 'POST'],
  ])('never keeps %s', (path, navigation, method) => {
    expect(strategy(path, navigation, method)).toBe('network')
  })

  it.each([
    '/owner/secret',
    '/recover/secret',
    '/reset/secret',
    '/sign-in',
    '/?code=1',
    '/exams/e/take',
    '/teach',
    '/zh/course',
  ])('keeps no copy of %s, and says in words of this site that there is no network', (path) => {
    expect(strategy(path)).toBe('page')
  })

  it('keeps hashed assets for good and reading matter for when there is no network', () => {
    expect(strategy('/_next/static/chunks/a.js', false)).toBe('asset')
    expect(strategy('/course/cs231n/hinge-loss')).toBe('reading')
    expect(strategy('/figures/cs231n/graph.svg', false)).toBe('figure')
    expect(strategy('/icons/192.png', false)).toBe('reading')
  })

  it('finds the fonts of formulas in a style sheet, in the one form every browser takes', () => {
    const style =
      '@font-face{font-family:KaTeX_AMS;src:url(../media/KaTeX_AMS-Regular.25ie.woff2)format("woff2"),url(../media/KaTeX_AMS-Regular.10y3.woff)format("woff"),url(../media/KaTeX_AMS-Regular.418d.ttf)}' +
      '@font-face{font-family:Inter;src:url(../media/inter-latin.0gsa.woff2)}'
    expect(fontsIn(style)).toEqual(['/_next/static/media/KaTeX_AMS-Regular.25ie.woff2'])
  })

  it('finds the scripts and styles a page names, also inside its streamed parts', () => {
    const html =
      '<link href="/_next/static/chunks/a-1.css" rel="stylesheet"/><script src="/_next/static/chunks/b.js?x=1"></script>' +
      '<script>self.__next_f.push([1,"\\"/_next/static/chunks/(learn)/c~d.js\\""])</script><script src="/_next/static/chunks/b.js"></script>'
    expect(assetsIn(html)).toEqual([
      '/_next/static/chunks/a-1.css',
      '/_next/static/chunks/b.js',
      '/_next/static/chunks/(learn)/c~d.js',
    ])
  })

  it('finds the scripts that a script loads later', () => {
    const script = 'e.v(t=>Promise.all(["static/chunks/a_1.js","static/chunks/b.js"].map(t=>e.l(t))).then(()=>t(42)))'
    expect(assetsIn(script)).toEqual(['/_next/static/chunks/a_1.js', '/_next/static/chunks/b.js'])
  })

  it('keeps each language of a page under its own key', () => {
    expect(languageIn('<!DOCTYPE html><html class="x" lang="zh"><head>')).toBe('zh')
    expect(languageIn('<p>no page</p>')).toBeNull()
    expect(pageKey('/review', 'zh')).not.toBe(pageKey('/review', 'en'))
  })

  it('takes only messages it knows, and only own assets', () => {
    expect(decodeWorkerMessage({ kind: 'language', language: 'zh' }).ok).toBe(true)
    expect(decodeWorkerMessage({ kind: 'loaded', paths: ['/_next/static/a.js'] }).ok).toBe(true)
    expect(decodeWorkerMessage({ kind: 'loaded', paths: ['https://elsewhere.test/a.js'] }).ok).toBe(false)
    expect(decodeWorkerMessage('hello').ok).toBe(false)
  })
})
