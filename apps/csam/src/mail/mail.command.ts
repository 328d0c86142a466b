import { text } from 'node:stream/consumers';
import { Command, CommandRunner, SubCommand } from 'nest-commander';
import { isUnknownReceiver, OutboxStore, readBounce } from '#libs/messaging';
import { ReturnedContacts } from '#libs/operations';
import { Workbench } from '../workbench.js';

@SubCommand({
  name: 'returned',
  description:
    'Reads a mail that came back (a delivery status notification) from its input; for the mailbox of the sender address',
})
export class ReturnedMailCommand extends CommandRunner {
  constructor(private readonly workbench: Workbench) {
    super();
  }

  /** Ends with 0 whatever it reads: a mail server would answer a failure with yet another report. */
  async run(): Promise<void> {
    process.stdout.write(`${await this.note(await text(process.stdin))}\n`);
  }

  private async note(message: string): Promise<string> {
    const bounce = readBounce(message);
    if (bounce === undefined) return 'This is no report about a mail that was given up.';
    const { mail, status } = bounce;
    const database = await this.workbench.database();
    // Whoever knows the identifier received the mail, or handled it on its way.
    if (!(await new OutboxStore(database).markReturned(mail, status)))
      return `No mail ${mail} was sent, or it is known that it came back.`;
    const { cipher, index } = this.workbench;
    const contacts = new ReturnedContacts(database, { cipher, index });
    const stopped = isUnknownReceiver(status) && (await contacts.note(mail));
    return `Mail ${mail} came back (${status}).${stopped ? ' Its contact gets no more mail.' : ''}`;
  }
}

@Command({ name: 'mail', description: 'Mails that were sent', subCommands: [ReturnedMailCommand] })
export class MailCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help();
  }
}
