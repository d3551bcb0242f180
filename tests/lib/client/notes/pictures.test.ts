import { describe, expect, it } from 'vitest'
import { addPictures } from '@/lib/client/notes/pictures'

const svg = (inside = ''): Uint8Array =>
  new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`)
const png = (size = 9, last = 0): Uint8Array => {
  const data = new Uint8Array(size)
  data.set([0x89, 0x50, 0x4e, 0x47])
  data[size - 1] = last
  return data
}

describe('pictures beside notes', () => {
  it('are called by their bytes, and a newer one takes the place of its namesake', () => {
    const { pictures } = addPictures([], [{ name: 'a.png', data: png() }])
    expect(pictures).toMatchObject([
      { name: 'a.png', figure: expect.stringMatching(/^figures\/import-[0-9a-f]{16}\.png$/) },
    ])
    const after = addPictures(pictures, [{ name: 'a.png', data: svg() }])
    expect(after.pictures).toMatchObject([{ name: 'a.png', figure: expect.stringMatching(/\.svg$/) }])
  })

  it('pasted into different cells under one name stay apart', () => {
    const { pictures } = addPictures(
      [],
      [
        { name: 'attachment:image.png', data: png(9, 1), within: [10, 20] },
        { name: 'attachment:image.png', data: png(9, 2), within: [30, 40] },
      ],
    )
    expect(new Set(pictures.map(({ figure }) => figure)).size).toBe(2)
  })

  it.each([
    ['a script in a drawing', [{ name: 'x.svg', data: svg('<script>1</script>') }], 'picture-kind', 'x.svg'],
    [
      'text under the name of a picture',
      [{ name: 'x.png', data: new TextEncoder().encode('hello') }],
      'picture-kind',
      'x.png',
    ],
    ['a photograph of 5 MB', [{ name: 'x.png', data: png(5 * 1024 * 1024) }], 'picture-large', 'x.png'],
    ['61 pictures', Array.from({ length: 61 }, (_, i) => ({ name: `${i}.png`, data: png(9, i) })), 'pictures-many', ''],
    [
      '20 MB together',
      Array.from({ length: 5 }, (_, i) => ({ name: `${i}.png`, data: png(4 * 1024 * 1024, i) })),
      'pictures-large',
      '',
    ],
  ])('are left as they were by %s', (_, more, why, name) => {
    const before = addPictures([], [{ name: 'a.png', data: png() }]).pictures
    expect(addPictures(before, more)).toEqual({ pictures: before, fault: { why, name } })
  })
})
