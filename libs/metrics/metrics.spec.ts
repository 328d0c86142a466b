import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import type { X509Certificate } from 'node:crypto';
import { Metrics, showCertificateEnds, showServiceCertificateEnds } from './index.js';

describe('metrics', () => {
  const metrics = new Metrics('spec');
  afterAll(() => metrics.close());

  it('both norms of the service are bucket bounds of the request time', async () => {
    metrics.observeRequest({
      interface: 'application',
      route: '/a/:id',
      method: 'GET',
      status: 200,
      seconds: 0.08,
    });
    metrics.observeRequest({ interface: 'user', route: '/b', method: 'POST', status: 303, seconds: 1.5 });
    const text = await metrics.text();
    expect(text).toMatch(
      /bucket\{le="0.1",app="spec",interface="application",route="\/a\/:id",method="GET",status="200"\} 1/,
    );
    expect(text).toMatch(/bucket\{le="1",app="spec",interface="user".*\} 0/);
    expect(text).toMatch(/bucket\{le="2",app="spec",interface="user".*\} 1/);
  });

  it('the version that runs is one of them', async () => {
    expect(await metrics.text()).toMatch(/csam_build_info\{version="unbuilt",app="spec"\} 1/);
  });

  it('counters, gauges and timers carry their labels', async () => {
    const refused = metrics.counter({ name: 'csam_refused_total', help: 'refused', labels: ['reason'] });
    refused({ reason: 'expired' });
    metrics.gauge({ name: 'csam_waiting', help: 'waiting' }, () => 3);
    metrics.timer({ name: 'csam_source_seconds', help: 'source', labels: ['source'] })(
      { source: 'kbo' },
      0.02,
    );
    const text = await metrics.text();
    expect(text).toContain('csam_refused_total{reason="expired",app="spec"} 1');
    expect(text).toContain('csam_waiting{app="spec"} 3');
    expect(text).toContain('csam_source_seconds_count{app="spec",source="kbo"} 1');
    expect(text).toContain('csam_event_loop_delay_p99_seconds');
  });

  it('tells of a pause of the event loop, by one name only', async () => {
    await metrics.text();
    // A reading begins anew: a pause counts from the first look on.
    await sleep(200);
    const end = performance.now() + 400;
    while (performance.now() < end);
    await sleep(100);
    const text = await metrics.text();
    const [, pause] = /^csam_event_loop_delay_p99_seconds\{app="spec"\} (.*)$/m.exec(text) ?? [];
    expect(Number(pause)).toBeGreaterThan(0.2);
    expect(text).not.toMatch(/nodejs_eventloop_lag_(min|max|mean|stddev|p\d+)_/);
  });

  it('what cannot be read is no number, and takes no other measurement along', async () => {
    metrics.gauge({ name: 'csam_unreadable', help: 'fails' }, () => Promise.reject(new Error('away')));
    metrics.gauge({ name: 'csam_readable', help: 'works' }, () => 7);
    const text = await metrics.text();
    expect(text).toContain('csam_unreadable{app="spec"} Nan');
    expect(text).toContain('csam_readable{app="spec"} 7');
  });

  it('a metric of a foreign name is refused', () => {
    expect(() => metrics.counter({ name: 'other_total', help: '' })).toThrow('must begin with csam_');
  });
});

describe('RF-23 certificates of our own', () => {
  const ending = (day: string) => ({ validTo: `${day} 00:00:00 2027 GMT` }) as X509Certificate;
  const seconds = (day: string) => Date.parse(`${day} 00:00:00 2027 GMT`) / 1_000;

  it.each([
    ['the soonest end counts', [[ending('Mar  2')], [ending('Feb  1')]], seconds('Feb  1')],
    [
      'the next one of a purpose replaces the one that ends',
      [[ending('Feb  1'), ending('Mar  2')]],
      seconds('Mar  2'),
    ],
    ['none are no reason for an alarm', [[]], '+Inf'],
  ])('and of identity services: %s', async (_, purposes, shown) => {
    const metrics = new Metrics('spec');
    showServiceCertificateEnds(metrics, () => Promise.resolve(purposes));
    showCertificateEnds(metrics, purposes);
    expect(await metrics.text()).toMatch(
      new RegExp(
        `csam_own_certificate_not_after_seconds\\{app="spec"\\} ${String(shown).replace('+', '\\+')}\\n`,
      ),
    );
    expect(await metrics.text()).toMatch(
      new RegExp(
        `csam_identity_service_certificate_not_after_seconds\\{app="spec"\\} ${String(shown).replace('+', '\\+')}\\n`,
      ),
    );
    metrics.close();
  });
});
