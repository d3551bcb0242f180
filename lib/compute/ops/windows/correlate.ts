/** The sizes of a grouped cross-correlation: images [n, groups * c, h, w], filters [groups * f, c, hh, ww]. */
export interface Correlation {
  readonly n: number
  readonly groups: number
  readonly c: number
  readonly f: number
  readonly h: number
  readonly w: number
  readonly hh: number
  readonly ww: number
  readonly outH: number
  readonly outW: number
  readonly stride: number
  readonly pad: number
}

/** Calls `visit` with the flat places of every pixel, weight and output that meet; padding meets nothing. */
export const eachMeeting = (s: Correlation, visit: (pixel: number, weight: number, output: number) => void): void => {
  const filters = s.groups * s.f
  for (let n = 0; n < s.n; n++)
    for (let f = 0; f < filters; f++)
      for (let i = 0; i < s.outH; i++)
        for (let j = 0; j < s.outW; j++) {
          const output = ((n * filters + f) * s.outH + i) * s.outW + j
          const channel = Math.floor(f / s.f) * s.c
          for (let c = 0; c < s.c; c++)
            for (let p = 0; p < s.hh; p++) {
              const row = i * s.stride + p - s.pad
              if (row < 0 || row >= s.h) continue
              for (let q = 0; q < s.ww; q++) {
                const column = j * s.stride + q - s.pad
                if (column < 0 || column >= s.w) continue
                const pixel = ((n * s.groups * s.c + channel + c) * s.h + row) * s.w + column
                visit(pixel, ((f * s.c + c) * s.hh + p) * s.ww + q, output)
              }
            }
        }
}
