import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#libs/kernel';
import { ACCOUNT_CHANGES } from '../../mail/account-change/account-change.mail.js';
import { segmentSms } from '../../sms/segments.js';
import { accountAlertText } from './account-alert.text.js';

describe.each(LANGUAGES)('the text message about a change, in %s', (language) => {
  it.each(ACCOUNT_CHANGES)('costs one part and holds no link: %s', (what) => {
    const text = accountAlertText.content({ what }, language);
    const { encoding, segments } = segmentSms(text);
    expect([encoding, segments.length]).toEqual(['gsm-7', 1]);
    expect(text).toMatch(/^CSAM ?: /);
    expect(text).not.toMatch(/https?:|www\./);
  });
});
