import { expect, it } from 'vitest';
import { readBounce } from './bounce.js';

const MAIL = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

/** The form of RFC 3464, appendix E. */
const report = ({ action = 'failed', status = '5.1.1', id = MAIL, type = 'delivery-status' } = {}) =>
  `Return-Path: <>
From: Mail Delivery Subsystem <mailer-daemon@mx.example>
To: no-reply@csam.example
Message-ID: <11111111-1111-4111-8111-111111111111@mx.example>
MIME-Version: 1.0
Content-Type: multipart/report;
 report-type=${type}; boundary="x/y"

--x/y

Your message could not be delivered.

--x/y
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; gone@agency.example
Action: ${action}
Status: ${status}
Diagnostic-Code: smtp; 550 No such user

--x/y
Content-Type: text/rfc822-headers

Received: from csam.example by mx.example
Message-ID:
 <${id}@csam.example>
Subject: Maintenance

--x/y--
`;

it('a report about a mail of ours says which one and why', () => {
  expect(readBounce(report())).toEqual({ mail: MAIL, status: '5.1.1' });
  expect(readBounce(report().replaceAll('\n', '\r\n'))).toEqual({ mail: MAIL, status: '5.1.1' });
});

it.each([
  ['that the mail is late', report({ action: 'delayed', status: '4.4.1' })],
  ['that it will be tried again', report({ status: '4.2.2' })],
  ['that it was read', report({ type: 'disposition-notification' })],
  ['that another mail came back', report({ id: 'abc.def' })],
  [
    'something of a person',
    `Subject: Re: Maintenance\n\nAction: failed\nStatus: 5.1.1\nMessage-ID: <${MAIL}@x>\n`,
  ],
  ['nothing', ''],
])('a message that says %s is no such report', (_what, message) => {
  expect(readBounce(message)).toBeUndefined();
});
