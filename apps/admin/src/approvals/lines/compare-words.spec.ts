import { expect, it } from 'vitest';
import { allOf, differences } from './compare-words.js';

it('only what differs is a line, and what is empty is nothing', () => {
  const before = [
    { label: 'level', text: '400' },
    { label: 'cap', text: '' },
    { label: 'logout', text: 'https://a.example' },
    { label: 'keys', text: 'eID' },
  ];
  const after = [
    { label: 'level', text: '300' },
    { label: 'cap', text: '5000' },
    { label: 'keys', text: 'eID' },
    { label: 'metadata', text: '<x/>', document: true },
  ];
  expect(differences(before, after)).toEqual([
    { label: 'level', before: '400', after: '300' },
    { label: 'cap', after: '5000' },
    { label: 'metadata', after: '<x/>', document: true },
    { label: 'logout', before: 'https://a.example' },
  ]);
});

it('of something new every line is one', () => {
  expect(
    allOf([
      { label: 'level', text: '400' },
      { label: 'cap', text: '' },
    ]),
  ).toEqual([{ label: 'level', after: '400' }]);
});
