import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { smppCentre, type SmppCentre } from './smpp-centre.fixtures.js';
import { smsRoad, type SmsRoad } from './sms-road.fixtures.js';

let centre: SmppCentre;
let road: SmsRoad;

beforeAll(async () => {
  centre = await smppCentre();
  road = await smsRoad(centre.port);
});
afterAll(async () => {
  await road.close();
  await centre.close();
});
beforeEach(() => {
  centre.state.behaviour = 'accept';
  centre.state.receiptsFirst = false;
  centre.submitted.length = 0;
  centre.receiptAnswers.length = 0;
});
afterEach(() => road.reset());

const TO = '+32470000000';
const CODE = '012345 is uw CSAM-code.\n@fas.example #012345';
const sms = (text = CODE) => ({ to: TO, text });
const started = (more: { closedFor?: number; simChangedCode?: string } = {}) =>
  road.worker(road.delivery(road.gateway(), more));
const inState = (id: string, state: string) =>
  vi.waitFor(async () => expect((await road.row(id))?.state).toBe(state), 10_000);

describe('a text message', () => {
  it('goes out with its key, and is told accepted to whoever waits', async () => {
    await started();
    const message = road.message(sms());
    expect(await road.post().post(message)).toEqual({ kind: 'accepted' });
    expect(centre.submitted).toEqual([expect.objectContaining({ to: TO, text: CODE })]);
    expect(await road.row(message.id)).toMatchObject({ state: 'accepted', segments: 1, cost_period: null });
  });

  it('that reaches nobody takes the same road and leaves no account', async () => {
    await started();
    const message = road.message({});
    expect(await road.post().post(message)).toEqual({ kind: 'accepted' });
    expect(centre.submitted).toEqual([]);
    expect(await road.row(message.id)).toBeUndefined();
  });

  it('KY-4 is charged to the agency once, by segments, when the centre confirms it', async () => {
    await started();
    const message = road.message(sms('ê'.repeat(100)));
    await road.post().post(message);
    await inState(message.id, 'accepted');
    const [first, second] = centre.submitted;
    centre.tell(first?.id ?? '', 'DELIVRD');
    await vi.waitFor(() => expect(centre.receiptAnswers).toEqual([0]), 5_000);
    expect(await road.row(message.id)).toMatchObject({ state: 'accepted', cost_period: null });
    centre.tell(second?.id ?? '', 'ACCEPTD');
    centre.tell(second?.id ?? '', 'DELIVRD');
    await inState(message.id, 'delivered');
    const charged = await road.row(message.id);
    expect(charged).toMatchObject({ segments: 2, charged_segments: 2 });
    expect(charged?.cost_period).toMatch(/^\d{4}-\d{2}$/);

    centre.tell(first?.id ?? '', 'DELIVRD');
    centre.tell(second?.id ?? '', 'UNDELIV');
    await vi.waitFor(() => expect(centre.receiptAnswers).toHaveLength(5), 5_000);
    expect(await road.row(message.id)).toEqual(charged);
  });

  it('RF-2 is charged once when its receipt comes before the answer to the submission', async () => {
    centre.state.receiptsFirst = true;
    await started();
    const message = road.message(sms());
    await road.post().post(message);
    await inState(message.id, 'delivered');
    expect(await road.row(message.id)).toMatchObject({ charged_segments: 1 });
    const left = await road.db.database.query('select 1 from messaging.sms_receipt');
    expect(left).toEqual([]);
  });

  it('KY-4 is charged once when both workers get the receipts of its two parts at the same moment', async () => {
    for (let round = 0; round < 20; round += 1) {
      const id = road.newId();
      const names = [`a${round}`, `b${round}`];
      await road.store.begin({ id, agency: 'x', application: id, encoding: 'gsm-7', segments: 2 });
      await road.store.accepted(id, names);
      await Promise.all(
        [...names, ...names].map((name) => road.store.receive({ id: name, state: 'delivered' })),
      );
      expect(await road.row(id)).toMatchObject({ state: 'delivered', charged_segments: 2 });
    }
  });

  it('KY-4 whose receipt is lost is charged to nobody; one that comes a day late is charged once', async () => {
    await started();
    const message = road.message(sms());
    await road.post().post(message);
    await inState(message.id, 'accepted');
    await road.db.database.query(
      `update messaging.sms set created_at = created_at - interval '1 day',
                                accepted_at = accepted_at - interval '1 day' where id = $1`,
      [message.id],
    );
    expect(await road.row(message.id)).toMatchObject({ state: 'accepted', charged_segments: null });
    const part = centre.submitted[0]?.id ?? '';
    centre.tell(part, 'DELIVRD');
    centre.tell(part, 'DELIVRD');
    await inState(message.id, 'delivered');
    expect(await road.row(message.id)).toMatchObject({ charged_segments: 1 });
  });

  it('that was not delivered is not charged', async () => {
    await started();
    const message = road.message(sms());
    await road.post().post(message);
    centre.tell(centre.submitted[0]?.id ?? '', 'EXPIRED');
    await inState(message.id, 'undelivered');
    expect(await road.row(message.id)).toMatchObject({ cost_period: null, charged_segments: null });
  });

  it('leaves neither number nor text nor code in clear, in the queue or in the account', async () => {
    const message = road.message(sms());
    await road.post({ patience: 50 }).post(message);
    await started();
    const texts = async () => {
      const tables = ['bullmq.job', 'messaging.sms', 'messaging.sms_part'];
      const rows = await Promise.all(
        tables.map((table) =>
          road.db.database.query<{ row: string }>(`select t::text as row from ${table} t`),
        ),
      );
      return rows.flat().map(({ row }) => row);
    };
    for (const text of await texts()) expect(text).not.toMatch(/32470000000|012345|CSAM-code/);
    await inState(message.id, 'accepted');
    await vi.waitFor(async () => expect((await texts()).join()).not.toContain('sealed'), 5_000);
  });
});

describe('RF-1 when a worker dies', () => {
  it('between the answer of the centre and ours, the copy has the same code and the same key, and costs once', async () => {
    centre.state.behaviour = 'accept-silently';
    const dying = await road.worker(road.delivery(road.gateway(60_000)));
    const message = road.message(sms());
    const outcome = road.post({ patience: 600 }).post(message);
    await vi.waitFor(() => expect(centre.submitted).toHaveLength(1), 5_000);
    expect(await outcome).toEqual({ kind: 'under-way' });
    await dying.close(0);

    centre.state.behaviour = 'accept';
    await started();
    await vi.waitFor(() => expect(centre.submitted).toHaveLength(2), 20_000);
    await inState(message.id, 'accepted');
    const [first, second] = centre.submitted;
    expect(second?.text).toBe(first?.text);
    expect(second?.reference).toBe(first?.reference);
    expect(first?.reference).toBeTypeOf('number');
    centre.tell(first?.id ?? '', 'DELIVRD');
    centre.tell(second?.id ?? '', 'DELIVRD');
    await inState(message.id, 'delivered');
    expect(await road.row(message.id)).toMatchObject({ attempts: 2, charged_segments: 1 });
  });
});

describe('RF-2 a centre that does not work', () => {
  it.each([
    ['refuses', { status: 0x08 }],
    ['breaks off', 'reset'],
  ] as const)(
    'because it %s is told at once, and to the next person before they ask',
    async (_how, behaviour) => {
      await started({ closedFor: 5_000 });
      centre.state.behaviour = behaviour;
      expect(await road.post().post(road.message(sms()))).toEqual({ kind: 'unavailable', reason: 'failed' });
      expect(await road.post().availability()).toBe('closed');
    },
  );

  it('because it hangs is reported late when the patience of the page is over, then closed', async () => {
    await started({ closedFor: 5_000 });
    centre.state.behaviour = 'hang';
    expect(await road.post({ patience: 200 }).post(road.message(sms()))).toEqual({ kind: 'under-way' });
    await vi.waitFor(async () => expect(await road.post().availability()).toBe('closed'), 10_000);
  });

  it('gets the message when it works again, and the channel opens', async () => {
    await started({ closedFor: 200 });
    centre.state.behaviour = { status: 0x08 };
    const message = road.message(sms());
    await road.post().post(message);
    centre.state.behaviour = 'accept';
    await inState(message.id, 'accepted');
    expect(centre.submitted).toHaveLength(1);
    expect(await road.post().availability()).toBe('open');
  });

  it('is not asked while the channel is closed: nothing piles up at it', async () => {
    await started({ closedFor: 60_000 });
    centre.state.behaviour = { status: 0x08 };
    const first = road.message(sms());
    await road.post().post(first);
    centre.state.behaviour = 'accept';
    await Promise.all(
      [1, 2, 3, 4].map(() => road.queue.enqueue(road.job, { ...payloadOf(first), id: road.newId() })),
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(centre.submitted).toEqual([]);
  });

  it('that is busy gets it a moment later, without closing the channel and without an attempt counted', async () => {
    await started();
    centre.state.behaviour = { status: 0x58 };
    const message = road.message(sms());
    expect(await road.post({ patience: 200 }).post(message)).toEqual({ kind: 'under-way' });
    expect(await road.post().availability()).toBe('open');
    centre.state.behaviour = 'accept';
    await inState(message.id, 'accepted');
  });

  it('gets no message whose code has expired', async () => {
    await started({ closedFor: 300 });
    centre.state.behaviour = { status: 0x08 };
    const message = road.message(sms(), { life: 600 });
    await road.post().post(message);
    await new Promise((resolve) => setTimeout(resolve, 700));
    centre.state.behaviour = 'accept';
    await inState(message.id, 'expired');
    expect(centre.submitted).toEqual([]);
    expect(await road.row(message.id)).toMatchObject({ cost_period: null });
  });
});

describe('a number', () => {
  it('that does not exist is refused once, and the channel stays open', async () => {
    await started();
    centre.state.behaviour = { status: 0x0b };
    const message = road.message(sms());
    expect(await road.post().post(message)).toEqual({ kind: 'refused', reason: 'recipient' });
    expect(await road.row(message.id)).toMatchObject({ state: 'refused', attempts: 1 });
    expect(await road.post().availability()).toBe('open');
  });

  it('XS-8 whose SIM card was changed lately is refused with that reason', async () => {
    await started({ simChangedCode: 'smpp-00000450' });
    centre.state.behaviour = { status: 0x450 };
    const message = road.message(sms());
    expect(await road.post().post(message)).toEqual({ kind: 'refused', reason: 'sim-changed' });
    expect(await road.row(message.id)).toMatchObject({ state: 'refused', last_error: 'smpp-00000450' });
    expect(await road.post().availability()).toBe('open');
  });
});

describe('XS-6 the queue is bounded', () => {
  it('when too many wait, a further message is refused beforehand', async () => {
    const post = road.post({ patience: 20, longestQueue: 3 });
    for (let count = 0; count < 3; count += 1) await post.post(road.message(sms()));
    expect(await road.post({ longestQueue: 3 }).availability()).toBe('full');
    expect(await road.post({ longestQueue: 4 }).availability()).toBe('open');
  });
});

const payloadOf = ({ agency, application, expiresAt }: ReturnType<SmsRoad['message']>) => ({
  agency,
  application,
  expiresAt: expiresAt.toISOString(),
  sealed: 'of no use while the channel is closed',
});
