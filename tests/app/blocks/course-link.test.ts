import { expect, test } from 'vitest'
import { hrefInCourse } from '@/app/_ui/blocks/course-link'

test('links to concepts and sections stay in their deck', () => {
  expect(hrefInCourse('concept:hinge-function', 'cs231n')).toBe('/course/cs231n/concept/hinge-function')
  expect(hrefInCourse('section:softmax#stability', 'cs231n')).toBe('/course/cs231n/softmax#stability')
})

test('without a deck a link to a concept is plain words', () => {
  expect(hrefInCourse('concept:hinge-function', null)).toBeNull()
})

test('addresses of the web and of this page pass, everything else does not', () => {
  expect(hrefInCourse('https://cs231n.github.io', null)).toBe('https://cs231n.github.io')
  expect(hrefInCourse('#margin', null)).toBe('#margin')
  for (const href of ['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'file:///etc/passwd', '']) {
    expect(hrefInCourse(href, 'cs231n'), href).toBeNull()
  }
})
