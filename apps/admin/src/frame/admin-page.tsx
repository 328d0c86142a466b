import type { ComponentChildren } from 'preact';
import { Button, Form, Page, type PageFrame, type PageProps } from '#libs/ui';
import { adminPageTexts } from './admin-page.texts.js';
import { sectionsFor, type SectionId } from './sections.js';
import type { StaffView } from './staff-view.js';

export interface AdminPageProps extends Pick<PageProps, 'title' | 'problem' | 'wide' | 'side'> {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  /** which part of the administration the page belongs to */
  readonly section?: SectionId;
  readonly children: ComponentChildren;
}

/** A page for somebody who is signed in: above it the parts that their rights open, and the way out. */
export function AdminPage({ frame, staff, section, children, ...page }: AdminPageProps) {
  return (
    <Page frame={frame} above={<StaffBar frame={frame} staff={staff} section={section} />} {...page}>
      {children}
    </Page>
  );
}

function StaffBar({ frame, staff, section }: Pick<AdminPageProps, 'frame' | 'staff' | 'section'>) {
  const t = adminPageTexts.in(frame.language);
  return (
    <div class="staff-bar screen-only">
      <nav aria-label={t('navigation')}>
        <ul class="staff-links">
          {sectionsFor(staff.rights).map(({ id, href }) => (
            <li key={id}>
              <a href={href} aria-current={id === section ? 'page' : undefined}>
                {t(id)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="staff-out small">
        {staff.name !== undefined && <span>{staff.name}</span>}
        <Form frame={frame} action="/sign-out">
          <Button look="quiet">{t('signOut')}</Button>
        </Form>
      </div>
    </div>
  );
}
