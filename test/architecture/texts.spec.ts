import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { ATTRIBUTES } from '#libs/attributes';
import { allErrors } from '#libs/http';
import { LANGUAGES, type LocalisedText } from '#libs/kernel';
import { allTexts } from '#libs/texts';
import { expectNone, finding, lineAt } from './support/findings.js';
import { productionFiles, ROOT } from './support/source-files.js';
import { textsFiles, textsIn, unusedKeys, type TextsInSource } from './support/texts.js';

/** Longer than this, the same words in two languages are a translation that was forgotten. */
const LONGEST_COMMON_WORD = 20;

/** Names and addresses that are the same in every language. */
const SAME_IN_EVERY_LANGUAGE: readonly string[] = [];

const inSource: readonly TextsInSource[] = textsFiles.flatMap(textsIn);

function placeOf(id: string, key: string): string {
  const texts = inSource.find((candidate) => candidate.id === id);
  const position = texts?.keys.find((candidate) => candidate.key === key)?.position ?? 0;
  return texts === undefined ? id : `${texts.file.path}:${lineAt(texts.file.text, position)}`;
}

function everyText(check: (text: LocalisedText) => string | undefined): string[] {
  return allTexts().flatMap(({ id, definitions }) =>
    Object.entries(definitions).flatMap(([key, text]) => {
      const problem = check(text);
      return problem === undefined ? [] : [`${placeOf(id, key)}  ${id}: '${key}' ${problem}`];
    }),
  );
}

describe('texts', () => {
  beforeAll(async () => {
    const errors = productionFiles.filter(({ path }) => /[.-]errors\.ts$/.test(path));
    for (const { path } of [...textsFiles, ...errors]) await import(pathToFileURL(join(ROOT, path)).href);
  });

  it('are defined in *.texts.ts, where the checks below find them', () => {
    expectNone(
      productionFiles
        .filter(({ path }) => !path.endsWith('.texts.ts') && !path.startsWith('libs/texts/'))
        .flatMap((file) =>
          textsIn(file).map(({ id }) => finding(file, file.text.indexOf('defineTexts('), id)),
        ),
    );
    expect(allTexts().map(({ id }) => id)).toEqual(
      inSource.map(({ id }) => id).toSorted((a, b) => a.localeCompare(b)),
    );
  });

  it('are complete in nl, fr, de and en', () => {
    expectNone(
      everyText((text) => {
        const missing = LANGUAGES.filter((language) => (text[language] ?? '').trim() === '');
        const unknown = Object.keys(text).filter(
          (language) => !LANGUAGES.some((known) => known === language),
        );
        const problems = [...missing.map((one) => `lacks ${one}`), ...unknown.map((one) => `has ${one}`)];
        return problems.length > 0 ? problems.join(', ') : undefined;
      }),
    );
  });

  it('are translated', () => {
    expectNone(
      everyText((text) => {
        const words = LANGUAGES.map((language) => text[language].trim());
        const same = words.find(
          (one, index) =>
            one.length > LONGEST_COMMON_WORD &&
            words.indexOf(one) !== index &&
            !SAME_IN_EVERY_LANGUAGE.includes(one),
        );
        return same === undefined ? undefined : `is the same in two languages: ${same}`;
      }),
    );
  });

  it('break no French line before a sign', () => {
    expectNone(everyText(({ fr }) => (/ [:;?!»]|« /.test(fr) ? `lets a line break: ${fr}` : undefined)));
    const elsewhere = [
      ...allErrors().flatMap(({ code, title, explanation, action }) =>
        [title, explanation, action].map(({ fr }) => ({ place: code, fr })),
      ),
      ...ATTRIBUTES.flatMap(({ name, label, meaning }) =>
        [label, meaning].map(({ fr }) => ({ place: name, fr })),
      ),
    ];
    expectNone(
      elsewhere.filter(({ fr }) => / [:;?!»]|« /.test(fr)).map(({ place, fr }) => `${place}  ${fr}`),
    );
  });

  it('are all shown somewhere', () => {
    expectNone(inSource.flatMap(unusedKeys));
  });

  it('speak plainly: no jargon, no double spaces', () => {
    const jargon = /\b(OTP|TOTP|2FA|MFA|SSO|IdP|relying party|authentication level|credentials)\b|\S {2,}\S/;
    expectNone(
      everyText((text) => {
        const found = LANGUAGES.map((language) => jargon.exec(text[language])?.[0]).find(
          (one) => one !== undefined,
        );
        return found === undefined ? undefined : `says “${found}”`;
      }),
    );
  });
});
