import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#libs/kernel';
import { segmentSms } from '#libs/messaging';
import { smsMessage } from './sms-message.js';
import { admittedPrefix, maskNumber, maskOfNoNumber } from './sms-number.js';

describe('a number that asks for a code', () => {
  it.each([
    ['+32460000001', '+32'],
    ['+32495123456', '+32'],
    ['+3227401234', undefined],
    ['+3290012345', undefined],
    ['+32701234567', undefined],
    ['+3246000000', undefined],
    ['+324600000011', undefined],
    ['+31612345678', '+316'],
    ['+31900123456', undefined],
    ['+79001234567', undefined],
    ['0460000001', undefined],
    ['+32460000001;+79001234567', undefined],
    ['+316', undefined],
    ['', undefined],
  ])('XS-6 %s belongs to %s', (number, prefix) => {
    expect(admittedPrefix(number, ['+316', '+352621'])).toBe(prefix);
  });

  it('is shown so that its owner knows it', () => {
    expect(maskNumber('+32460000001')).toBe('+32 4•• •• •• 01');
    expect(maskNumber('+31612345678')).toBe('+31 •••••••78');
  });

  it('XS-1 that is not there is shown as one that is', () => {
    for (const shade of [0, 7, 99, 4_294_967_295])
      expect(maskOfNoNumber(shade)).toMatch(/^\+32 4•• •• •• \d\d$/);
  });
});

describe.each(LANGUAGES)('the text message in %s', (language) => {
  const of = (service: string) =>
    smsMessage({ code: '012345', service, minutes: 10, host: 'idp.iamfas.belgium.be' }, language);

  it('KY-4 has the code first and ends with the line that binds it to our host', () => {
    const lines = of('Mijn dossier').split('\n');
    expect(lines[0]).toMatch(/^012345 /);
    expect(lines[0]).toContain('Mijn dossier');
    expect(lines.at(-1)).toBe('@idp.iamfas.belgium.be #012345');
    expect(of('x').match(/\d{6}/g)).toEqual(['012345', '012345']);
  });

  it.each(['Bibliothèque d’Exempleville – «œuvres»', 'ê'.repeat(300), '😀'.repeat(60)])(
    'costs one part, whatever the service is called: %s',
    (service) => {
      const { encoding, segments } = segmentSms(of(service));
      expect(encoding).toBe('gsm-7');
      expect(segments).toHaveLength(1);
    },
  );
});
