import type { ReactNode } from 'react'

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      width="22"
      height="22"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}

export const TodayIcon = () => (
  <Icon>
    <rect x="3.5" y="7" width="17" height="13" rx="2" />
    <path d="M6 3.8h12" />
  </Icon>
)

export const CourseIcon = () => (
  <Icon>
    <path d="M12 6.5C10 5 7 4.5 3.5 4.5v13.5c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2V4.5c-3.5 0-6.5.500-8.5 2z" />
    <path d="M12 6.5V20" />
  </Icon>
)

export const ProgressIcon = () => (
  <Icon>
    <path d="M4 20V13M10 20V6M16 20v-9M21.5 20h-20" />
  </Icon>
)

export const TeachIcon = () => (
  <Icon>
    <path d="M4 20h4L19.5 8.5a2.1 2.1 0 0 0 0-3l-1-1a2.1 2.1 0 0 0-3 0L4 16z" />
    <path d="M13.5 6.5l4 4" />
  </Icon>
)

export const SettingsIcon = () => (
  <Icon>
    <path d="M3.5 7.5h9M18.5 7.5h2M3.5 16.5h2M11.5 16.5h9" />
    <circle cx="15.5" cy="7.5" r="2.7" />
    <circle cx="8.5" cy="16.5" r="2.7" />
  </Icon>
)
