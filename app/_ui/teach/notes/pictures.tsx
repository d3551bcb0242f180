'use client'

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { DeskPicture } from '@/lib/client/notes/pictures'

const none: ReadonlyMap<string, string> = new Map()
const Pictures = createContext(none)

const kinds: { readonly [ending: string]: string } = { svg: 'image/svg+xml', jpg: 'image/jpeg' }

const kindOf = (figure: string): string => {
  const ending = figure.slice(figure.lastIndexOf('.') + 1)
  return kinds[ending] ?? `image/${ending}`
}

/** Lets the cards below show pictures that only this device has so far. */
export function PicturesHere({
  pictures,
  children,
}: {
  readonly pictures: readonly DeskPicture[] | undefined
  readonly children: ReactNode
}) {
  const [shown, setShown] = useState(none)
  useEffect(() => {
    const made = new Map(
      (pictures ?? []).map(({ figure, data }) => [
        figure,
        // The name behind the address tells a drawing from a picture of pixels, as a published address does.
        `${URL.createObjectURL(new Blob([new Uint8Array(data)], { type: kindOf(figure) }))}#${encodeURI(figure)}`,
      ]),
    )
    setShown(made)
    return () => {
      for (const address of made.values()) URL.revokeObjectURL(address.replace(/#.*$/, ''))
    }
  }, [pictures])
  return <Pictures value={shown}>{children}</Pictures>
}

/** Addresses of the pictures that are on this device, by what cards call them. */
export const usePictures = (): ReadonlyMap<string, string> => useContext(Pictures)
