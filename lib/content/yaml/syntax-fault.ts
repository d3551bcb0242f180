import { isScalar, type Node, type Scalar, visit, type YAMLError } from 'yaml'

/** What is wrong with a YAML text, before it has a place. */
export interface SyntaxFault {
  readonly offset: number
  readonly message: string
  readonly hint: string
}

const backslashes = 'In double quotes a backslash is written twice, "\\\\max"; in single quotes or a block (|) once.'

const cures: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  BAD_DQ_ESCAPE: backslashes,
  TAB_AS_INDENT: 'Indent with spaces.',
  BAD_INDENT: 'Close the bracket, or indent its lines further than the field it belongs to.',
  MISSING_CHAR: 'Add what is missing: a quote, a bracket, or the colon after a field name.',
  BAD_SCALAR_START: 'Put the text in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'Put a text that holds ": " in quotes, and line the fields up below each other.',
  MULTIPLE_DOCS: 'Remove the "---"; a file is one document.',
}

const startsWithTab = (text: string, offset: number): boolean => {
  const line = text.lastIndexOf('\n', offset - 1) + 1
  return /^ *\t/.test(text.slice(line, line + 100))
}

/** The fault the parser met; after the first it is guessing, so only that one is told. */
export const syntaxFaults = (text: string, errors: readonly YAMLError[]): readonly SyntaxFault[] =>
  errors.slice(0, 1).flatMap((error): readonly SyntaxFault[] => {
    const offset = error.pos[0]
    if (error.code === 'TAB_AS_INDENT' || startsWithTab(text, offset))
      return [
        { offset, message: 'This is not valid YAML: the line is indented with a tab.', hint: 'Indent with spaces.' },
      ]
    return [
      {
        offset,
        message: `This is not valid YAML: ${error.message.replace(/\.$/, '')}.`,
        hint:
          cures[error.code] ??
          'Line the fields up below each other, and quote texts that hold ": ", " #", braces or start with a sign.',
      },
    ]
  })

/**
 * YAML reads some beginnings of TeX commands as characters nobody sees: `\f` of `\frac`, `\t` of `\times`, `\b` of `\beta`,
 * `\P` of `\Psi`. A new line is a fair thing to write, so of `\n` only whole commands count.
 */
const swallowed = /\\(?:[abefrtvLPN][A-Za-z]*|n(?:abla|eq?|eg|u|ot|i|mid|leq|geq|exists)(?![A-Za-z]))/

const swallowedIn = (text: string, node: Scalar): SyntaxFault | null => {
  const start = node.range?.[0] ?? 0
  // Two backslashes are one that was meant; blanked out, what is left is an escape.
  const written = text.slice(start, node.range?.[1] ?? start).replaceAll('\\\\', '  ')
  const found = swallowed.exec(written)
  return found === null
    ? null
    : {
        offset: start + found.index,
        message: `YAML reads the start of "${found[0]}" as a special character.`,
        hint: backslashes,
      }
}

/** TeX commands in double quotes whose backslash stands alone: valid YAML, and never what was meant. */
export const swallowedCommands = (text: string, root: Node | null): readonly SyntaxFault[] => {
  const faults: SyntaxFault[] = []
  visit(root, {
    Scalar: (_, node) => {
      const fault = isScalar(node) && node.type === 'QUOTE_DOUBLE' ? swallowedIn(text, node) : null
      if (fault !== null) faults.push(fault)
    },
  })
  return faults
}
