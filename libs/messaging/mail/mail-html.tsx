import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Language } from '#libs/kernel';
import type { MailBlock, MailContent } from './mail-content.js';
import { adaptations, style } from './mail-styles.js';
import { mailTexts } from './mail.texts.js';

/** The HTML part: tables and inline styles, since mail programs know little more; no outside image or font. */
export function renderMailHtml(content: MailContent, language: Language): string {
  return `<!doctype html>${renderToString(<MailPage content={content} language={language} />)}`;
}

function MailPage({ content, language }: { content: MailContent; language: Language }): VNode {
  return (
    <html lang={language} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{content.subject}</title>
        <style dangerouslySetInnerHTML={{ __html: adaptations }} />
      </head>
      <body class="page" style={style.page}>
        <div style={style.preview}>{content.preview}</div>
        <Layout width="100%" class="page" style={style.page}>
          <tr>
            <td align="center" style={style.gutter}>
              <Layout width="600" class="sheet" style={style.sheet}>
                <Tricolour />
                <Header language={language} />
                <tr>
                  <td class="ink gap" style={style.body}>
                    <h1 class="ink" style={style.heading}>
                      {content.heading}
                    </h1>
                    {content.blocks.map((block, index) => (
                      <Block key={index} block={block} />
                    ))}
                  </td>
                </tr>
                <Footer language={language} />
              </Layout>
            </td>
          </tr>
        </Layout>
      </body>
    </html>
  );
}

type LayoutProps = { width: string; class?: string; style: string; children: ComponentChildren };

/** A table that only places things: `role` hides it from screen readers. */
function Layout({ width, style: css, children, ...rest }: LayoutProps): VNode {
  return (
    <table role="presentation" width={width} cellPadding="0" cellSpacing="0" style={css} {...rest}>
      <tbody>{children}</tbody>
    </table>
  );
}

function Tricolour(): VNode {
  return (
    <tr>
      <td style="padding:0;font-size:0;line-height:0">
        <Layout width="100%" style="border-collapse:collapse">
          <tr>
            {['#1b1b1b', '#e8b923', '#c8102e'].map((colour) => (
              <td
                key={colour}
                width="33%"
                height="4"

                style={`height:4px;background-color:${colour}`}
              >
                &nbsp;
              </td>
            ))}
          </tr>
        </Layout>
      </td>
    </tr>
  );
}

function Header({ language }: { language: Language }): VNode {
  const t = mailTexts.in(language);
  return (
    <tr>
      <td class="line gap" style={style.header}>
        <span class="brand" style={style.brand}>
          {t('sender')}
        </span>
        <br />
        <span class="quiet" style={style.quiet}>
          {t('tagline')}
        </span>
      </td>
    </tr>
  );
}

function Footer({ language }: { language: Language }): VNode {
  const t = mailTexts.in(language);
  return (
    <tr>
      <td class="line quiet gap" style={style.footer}>
        <p style="margin:0 0 8px">{t('neverAsked')}</p>
        <p style="margin:0">{t('automatic')}</p>
      </td>
    </tr>
  );
}

function Block({ block }: { block: MailBlock }): VNode {
  switch (block.kind) {
    case 'paragraph':
      return <p style={style.paragraph}>{block.text}</p>;
    case 'subheading':
      return (
        <h2 class="ink" style={style.subheading}>
          {block.text}
        </h2>
      );
    case 'facts':
      return <Facts facts={block.facts} />;
    case 'steps':
      return (
        <ol style={style.steps}>
          {block.steps.map((step) => (
            <li key={step} style="margin:0 0 8px">
              {step}
            </li>
          ))}
        </ol>
      );
    case 'action':
      return (
        <p style="margin:24px 0">
          <a class="action" href={block.url} style={style.action}>
            {block.label}
          </a>
        </p>
      );
  }
}

function Facts({ facts }: { facts: Extract<MailBlock, { kind: 'facts' }>['facts'] }): VNode {
  return (
    <table width="100%" cellPadding="0" cellSpacing="0" class="panel" style={style.panel}>
      <tbody>
        {facts.map(({ label, value }) => (
          <tr key={label}>
            <th scope="row" align="left" class="quiet fact fact-label" style={style.label}>
              {label}
            </th>
            <td class="ink fact fact-value" style={style.value}>
              {value}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
