/** Why a package was not read, in words for the person who chose it. Nothing was changed. */
export interface PackageRefusal {
  readonly reason:
    | 'not-a-package'
    | 'damaged'
    | 'too-large'
    | 'unsafe-name'
    | 'decoy-only'
    | 'too-new'
    | 'no-collection'
    | 'nothing-to-import'
  readonly message: string
  readonly hint: string
}

/** Carries a refusal out of a library's callbacks; caught where the package is opened. */
export class Refused extends Error {
  constructor(readonly refusal: PackageRefusal) {
    super(refusal.message)
  }
}

export const refused = (reason: PackageRefusal['reason'], message: string, hint: string): Refused =>
  new Refused({ reason, message, hint })
