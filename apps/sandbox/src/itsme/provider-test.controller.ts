import { BadRequestException, Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { CrossSite, Public } from '#libs/http';
import { IdentityProviders } from './identity-providers.js';
import { isWrong } from './wrong-answers.js';

type Fields = Readonly<Record<string, unknown>> | undefined;

/** For tests: makes a played service misbehave, go over to another key, or count who asks. */
@Public()
@Controller('itsme/test')
export class ProviderTestController {
  constructor(private readonly providers: IdentityProviders) {}

  /** `{service, wrong}`: its next answer is wrong in this way. */
  @Post('wrong')
  @CrossSite()
  beWrong(@Body() body: Fields): object {
    const wrong = String(body?.['wrong'] ?? '');
    if (!isWrong(wrong)) throw new BadRequestException(`There is no way of being wrong called ${wrong}.`);
    this.provider(body?.['service']).beWrong(wrong);
    return { wrong };
  }

  /** `{service, keepOld}`: another key signs from now on. */
  @Post('roll-over')
  @CrossSite()
  async rollOver(@Body() body: Fields): Promise<object> {
    const { keys } = this.provider(body?.['service']);
    await keys.rollOver({ keepOld: body?.['keepOld'] !== false });
    return { keys: (await keys.set()).keys.length };
  }

  /** `{service, phone}`: the person removes the account there and makes another one. */
  @Post('new-account')
  @CrossSite()
  makeAccountAnew(@Body() body: Fields): object {
    const person = this.providers.owner(String(body?.['phone'] ?? ''));
    if (person === undefined) throw new NotFoundException('Nobody uses itsme with this number.');
    this.provider(body?.['service']).tokens.makeAccountAnew(person);
    return { person: person.id };
  }

  /** How often programs asked what. */
  @Get('asked/:service')
  asked(@Param('service') service: string): object {
    return this.provider(service).asked;
  }

  private provider(name: unknown) {
    const found = this.providers.named(name);
    if (found === undefined) throw new NotFoundException(`No service called ${String(name)} is played here.`);
    return found;
  }
}
