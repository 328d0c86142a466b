import type { AuditWriter } from '#libs/audit';
import type { Config } from '#libs/config';
import type { Database } from '#libs/database';
import { FrontChannel } from './front-channel.js';
import { LogoutDoors } from './logout-doors.js';
import { SessionEnds } from './session-ends.js';
import { Settlements } from './settlements.js';
import { SingleLogout } from './single-logout.js';

/** The parts of single logout, of which the front doors know their own. */
export interface SingleLogoutParts {
  readonly doors: LogoutDoors;
  readonly singleLogout: SingleLogout;
  readonly settlements: Settlements;
  readonly frontChannel: FrontChannel;
  readonly sessionEnds: SessionEnds;
  stop(): Promise<void>;
}

export async function openSingleLogout(
  { http: { privateDestinations } }: Pick<Config, 'http'>,
  database: Database,
  audit: AuditWriter,
): Promise<SingleLogoutParts> {
  const doors = new LogoutDoors();
  const singleLogout = new SingleLogout({ database, doors, audit });
  const settlements = new Settlements(database, singleLogout.deliveries);
  const frontChannel = new FrontChannel({ singleLogout, settlements, doors, privateDestinations });
  const sessionEnds = new SessionEnds(database, singleLogout);
  await settlements.start();
  return {
    doors,
    singleLogout,
    settlements,
    frontChannel,
    sessionEnds,
    stop: async () => {
      await sessionEnds.stop();
      await settlements.stop();
    },
  };
}
