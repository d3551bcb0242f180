import 'server-only'
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

/** 2^15 x 8 x 128 bytes = 32 MiB and about 60 ms a try. */
const cost = { N: 2 ** 15, r: 8, p: 1 }

const derive = (password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // The same characters may be typed composed or decomposed, depending on the keyboard.
    scrypt(password.normalize('NFKC'), salt, 32, { ...options, maxmem: 64 * 2 ** 20 }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })

/** `scrypt:N:r:p:salt:key`, so that the cost can rise later without asking anybody for a new password. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16)
  const key = await derive(password, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join(':')
}

/** Takes equally long where there is no such account, so that answers do not tell which addresses are known. */
export const checkPassword = async (password: string, stored: string | null): Promise<boolean> => {
  const [, N, r, p, salt, key] = (stored ?? '').split(':')
  if (!N || !r || !p || !salt || !key) {
    await derive(password, randomBytes(16), cost)
    return false
  }
  const expected = Buffer.from(key, 'base64url')
  const given = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) })
  return expected.length === given.length && timingSafeEqual(expected, given)
}
