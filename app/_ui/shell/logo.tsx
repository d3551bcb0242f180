/** One arrow forward, one back: what a network does, and what memory needs. */
export function Logo({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" strokeWidth="2.4" aria-hidden="true">
      <path d="M2.5 8h17M14.5 3l5 5-5 5" stroke="var(--forward)" strokeLinecap="round" strokeLinejoin="round" />
      <path d="M21.5 16h-17M9.5 11l-5 5 5 5" stroke="var(--backward)" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
