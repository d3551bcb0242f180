import type { CardFace, FaceOnCall } from './card-type'

/** A face that is small enough to come with every review. */
export const faceAtHand = (face: CardFace): FaceOnCall => ({ name: face.name, open: () => face })

/** A face whose code comes with the first card that wants it, once for all its cards. */
export const faceLater = (name: string, load: () => Promise<CardFace>): FaceOnCall => {
  let face: CardFace | Promise<CardFace> | null = null
  const fetched = async (): Promise<CardFace> => {
    try {
      face = await load()
      return face
    } catch (error) {
      // Without a network the code may be missing now and there a card later.
      face = null
      throw error
    }
  }
  return {
    name,
    open: () => {
      face ??= fetched()
      return face
    },
  }
}
