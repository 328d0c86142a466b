import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import {
  CSRF_FIELD,
  CodeField,
  DataTable,
  ErrorSummary,
  Form,
  HiddenFields,
  Notice,
  PasswordField,
  TextField,
  UnavailableKeyTile,
  KeyTile,
  exampleFrame,
} from '../index.js';

describe('fields', () => {
  it('ties hint and error to the field', () => {
    const html = renderToString(
      <TextField language="nl" name="mail" label="E-mail" hint="H" error="Fout" type="email" />,
    );
    expect(html).toContain('aria-describedby="mail-hint mail-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('<label class="field-label" for="mail">');
  });

  it('keeps what was typed, except a password', () => {
    const text = renderToString(<TextField language="nl" name="username" label="L" value={'"><b>'} />);
    expect(text).toContain('value="&quot;>&lt;b>"');
    expect(renderToString(<PasswordField language="nl" name="password" label="L" />)).not.toContain('value');
  });

  it('a code is one field that fills itself', () => {
    const html = renderToString(<CodeField language="nl" name="code" label="L" />);
    expect(html).toContain('inputmode="numeric"');
    expect(html).toContain('autocomplete="one-time-code"');
  });

  it('the show button stays hidden until the script uncovers it', () => {
    const html = renderToString(<PasswordField language="fr" name="password" label="L" />);
    expect(html).toMatch(/<button type="button" hidden [^>]*data-reveal="password"/);
  });
});

describe('forms', () => {
  it('carry the token against cross-site requests', () => {
    const html = renderToString(
      <Form frame={exampleFrame('nl')} action="/x" fields={{ state: '1' }}>
        <p />
      </Form>,
    );
    expect(html).toContain(`name="${CSRF_FIELD}" value="example-token"`);
    expect(html).toContain('name="state" value="1"');
    expect(html).toContain('method="post"');
  });

  it('a message to somebody else gets no token of ours', () => {
    expect(renderToString(<HiddenFields fields={{ SAMLResponse: 'a' }} />)).not.toContain(CSRF_FIELD);
  });
});

describe('messages', () => {
  it('the error summary takes the focus and leads to each field', () => {
    const html = renderToString(
      <ErrorSummary language="nl" problems={[{ field: 'code', message: 'Vul de code in' }]} />,
    );
    expect(html).toContain('autofocus');
    expect(html).toContain('<a href="#code">Vul de code in</a>');
  });

  it('no problems, no summary', () => {
    expect(renderToString(<ErrorSummary language="nl" problems={[]} />)).toBe('');
  });

  it('WA-11 a problem is announced at once, a success politely', () => {
    expect(renderToString(<Notice kind="problem">x</Notice>)).toContain('role="alert"');
    expect(renderToString(<Notice kind="success">x</Notice>)).toContain('role="status"');
  });
});

describe('digital keys', () => {
  it('a usable key is a link that names the key and its strength', () => {
    const html = renderToString(<KeyTile language="nl" kind="totp" level={400} href="/j/totp" />);
    expect(html).toContain('href="/j/totp" data-key="totp"');
    expect(html).toContain('substantieel');
  });

  it('an unusable key is no link and says why', () => {
    const html = renderToString(
      <UnavailableKeyTile language="nl" kind="password" reason="too-weak" context="citizen" />,
    );
    expect(html).not.toContain('<a');
    expect(html).not.toContain('data-key=');
    expect(html).toContain('Niet sterk genoeg');
  });

  it.each([
    ['citizen', 'voor uzelf'],
    ['enterprise', 'voor een onderneming'],
  ] as const)('a key that does not fit the %s context says so', (context, words) => {
    const html = renderToString(
      <UnavailableKeyTile language="nl" kind="selfreg" reason="not-in-this-context" context={context} />,
    );
    expect(html).toContain(words);
  });
});

describe('tables', () => {
  it('have a caption and named rows and columns', () => {
    const html = renderToString(
      <DataTable
        caption="C"
        columns={[{ heading: 'A' }, { heading: 'B', number: true }]}
        rows={[['a', 1]]}
      />,
    );
    expect(html).toContain('<caption>C</caption>');
    expect(html).toContain('<th scope="row">a</th>');
    expect(html).toContain('<td class="number">1</td>');
  });
});
