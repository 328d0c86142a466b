import type { ComponentChildren } from 'preact';
import type { Language } from '#libs/kernel';
import { DataTable, SummaryList } from '#libs/ui';
import type { ChangedLine } from '../change-kind.js';
import { changedLinesTexts } from './changed-lines.texts.js';

export interface ChangedLinesProps {
  readonly language: Language;
  readonly caption: string;
  readonly lines: readonly ChangedLine[];
}

/** What is and what is to be, line by line; texts for machines are folded away below. */
export function ChangedLines({ language, caption, lines }: ChangedLinesProps) {
  const t = changedLinesTexts.in(language);
  const side = (text: string | undefined): ComponentChildren =>
    text?.includes('\n') ? <span class="as-typed">{text}</span> : (text ?? t('none'));
  return (
    <>
      <DataTable
        caption={caption}
        columns={[{ heading: t('what') }, { heading: t('before') }, { heading: t('after') }]}
        rows={lines
          .filter(({ document = false }) => !document)
          .map(({ label, before, after, href }) => [
            label,
            side(before),
            href === undefined ? side(after) : <a href={href}>{side(after)}</a>,
          ])}
      />
      {lines
        .filter(({ document = false }) => document)
        .map(({ label, before, after }) => (
          <details key={label} class="document-lines">
            <summary>{t('document', { label })}</summary>
            <SummaryList
              items={[
                { label: t('before'), value: <Whole text={before ?? t('none')} /> },
                { label: t('after'), value: <Whole text={after ?? t('none')} /> },
              ]}
            />
          </details>
        ))}
    </>
  );
}

/** Scrolls in its own box, also by keyboard. */
const Whole = ({ text }: { readonly text: string }) => (
  <pre class="whole-document" tabIndex={0}>
    {text}
  </pre>
);
