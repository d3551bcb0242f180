import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'
import { languages } from './lib/core/language'

const everywhere = [{ key: 'X-Content-Type-Options', value: 'nosniff' }]

/** For what a browser may show or embed; on twenty scripts a page they would be 4 KB that nothing reads. */
const answers = [
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=()' },
]

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks types; whoever only starts the application should not wait for it.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    // Its browser edition asks `document`, which a worker has not got.
    resolveAlias: {
      'decode-named-character-reference': './node_modules/decode-named-character-reference/index.js',
    },
  },
  // Figures are SVG or already small; an image service would need a native package.
  images: { unoptimized: true },
  // Native drivers and packages that read files beside themselves stay outside the bundles.
  serverExternalPackages: [
    '@tensorflow/tfjs',
    '@prisma/adapter-libsql',
    '@prisma/adapter-pg',
    '@prisma/client',
    '@prisma/driver-adapter-utils',
    '@libsql/client',
    'libsql',
    'pg',
    'nodemailer',
    'web-push',
    'sql.js',
    'prom-client',
    '@open-spaced-repetition/binding',
  ],
  headers: async () => [
    { source: '/:path*', headers: everywhere },
    { source: '/((?!_next/static/).*)', headers: answers },
  ],
}

export default createNextIntlPlugin({
  requestConfig: './app/_i18n/request.ts',
  experimental: {
    // Messages are parsed while building: their parser would be 9 KB of every page.
    messages: {
      path: './app/_i18n/messages',
      locales: [...languages],
      sourceLocale: 'en',
      format: 'json',
      precompile: true,
    },
  },
})(config)
