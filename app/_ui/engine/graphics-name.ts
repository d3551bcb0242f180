/** What the browser calls its graphics; null where there is no WebGL or it does not say. */
export const graphicsName = (): string | null => {
  const gl = document.createElement('canvas').getContext('webgl2')
  if (gl === null) return null
  const more = gl.getExtension('WEBGL_debug_renderer_info')
  const name: unknown = gl.getParameter(more?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER)
  // One context more than needed counts against the engine's.
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  return typeof name === 'string' && name !== '' ? name : null
}
