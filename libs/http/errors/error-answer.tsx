import type { Language } from '#libs/kernel';
import { ErrorPage, renderPage, type PageFrame } from '#libs/ui';
import type { AppError } from './app-error.js';

export interface ErrorAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The page, in the person's language. */
export function errorPage(error: AppError, frame: PageFrame, reference: string): ErrorAnswer {
  const { definition, headers, wayBack } = error;
  const { language } = frame;
  const page = (
    <ErrorPage
      frame={frame}
      title={definition.title[language]}
      explanation={definition.explanation[language]}
      action={definition.action[language]}
      reference={reference}
      wayBack={wayBack}
    />
  );
  return {
    status: definition.status,
    contentType: 'text/html; charset=utf-8',
    headers,
    body: renderPage(page),
  };
}

/** RFC 9457 problem details, with our code and the reference as further members. */
export function errorProblem(error: AppError, language: Language, reference: string): ErrorAnswer {
  const { definition, headers, members } = error;
  const problem = {
    ...members,
    type: `urn:csam:error:${definition.code}`,
    title: definition.title[language],
    status: definition.status,
    detail: definition.explanation[language],
    code: definition.code,
    reference,
  };
  const body = JSON.stringify(problem);
  return { status: definition.status, contentType: 'application/problem+json; charset=utf-8', headers, body };
}

/** True when a program asks: its Accept header names JSON or text and no page. */
export function prefersProblem(accept: string | undefined): boolean {
  return accept !== undefined && /json/i.test(accept) && !/text\/html/i.test(accept);
}
