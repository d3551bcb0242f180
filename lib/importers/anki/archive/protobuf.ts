import { refused } from './refusal'

/** The fields of one protobuf message by number; repeated ones in order. */
export type Message = ReadonlyMap<number, readonly (number | Uint8Array)[]>

const damaged = () => refused('damaged', 'A record of the package is damaged.', 'Export it from Anki again.')

/** Reads the wire format; what the numbers mean is the caller's. Numbers beyond 2^53 lose their last digits. */
export const readMessage = (bytes: Uint8Array): Message => {
  const fields = new Map<number, (number | Uint8Array)[]>()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  const varint = (): number => {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++]
      if (byte === undefined || scale > 2 ** 63) throw damaged()
      value += (byte & 127) * scale
      if (byte < 128) return value
    }
  }
  const need = (size: number) => {
    if (size > bytes.length - at) throw damaged()
    at += size
    return at - size
  }
  while (at < bytes.length) {
    const key = varint()
    const [number, wire] = [Math.floor(key / 8), key % 8]
    let value: number | Uint8Array
    if (wire === 0) value = varint()
    else if (wire === 1) value = view.getFloat64(need(8), true)
    else if (wire === 5) value = view.getFloat32(need(4), true)
    else if (wire === 2) {
      const size = varint()
      const from = need(size)
      value = bytes.subarray(from, from + size)
    } else throw damaged()
    const known = fields.get(number)
    if (known) known.push(value)
    else fields.set(number, [value])
  }
  return fields
}

const last = (message: Message, field: number) => message.get(field)?.at(-1)

export const numberIn = (message: Message, field: number): number | null => {
  const value = last(message, field)
  return typeof value === 'number' ? value : null
}

export const bytesIn = (message: Message, field: number): Uint8Array | null => {
  const value = last(message, field)
  return value instanceof Uint8Array ? value : null
}

/** Packed or repeated float32. */
export const floatsIn = (message: Message, field: number): readonly number[] =>
  (message.get(field) ?? []).flatMap((value) => {
    if (typeof value === 'number') return [value]
    const view = new DataView(value.buffer, value.byteOffset, value.byteLength)
    return Array.from({ length: Math.floor(value.length / 4) }, (_, i) => view.getFloat32(i * 4, true))
  })
