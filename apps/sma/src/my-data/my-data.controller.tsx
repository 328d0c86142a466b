import { Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { KeyLife } from '#libs/digital-keys';
import { HtmlPage, pageFrame, Person, principalOf, RedirectAnswer } from '#libs/http';
import { defaultLoaPolicy } from '#libs/loa';
import { SignInDesk, type SignedInPerson } from '#libs/service-provider';
import { renderPage } from '#libs/ui';
import { contactLevel } from '../contact-data/contact-rules.js';
import { ErasePage } from './erase.page.js';
import { MyDataPage } from './my-data.page.js';
import { MyDataService } from './my-data.service.js';
import { OwnDataDocument } from './own-data-document.page.js';

/** What is kept about me (GDPR articles 15 to 20). */
@Controller('my-data')
@Person(200)
export class MyDataController {
  constructor(
    private readonly data: MyDataService,
    private readonly life: KeyLife,
    private readonly desk: SignInDesk,
  ) {}

  @Get()
  @HtmlPage()
  async show(@Req() request: FastifyRequest): Promise<string> {
    const { fedId } = principalOf<SignedInPerson>(request);
    const [decisions, agreements] = await Promise.all([
      this.data.decisions(fedId),
      this.data.agreementsOf(fedId),
    ]);
    return renderPage(
      <MyDataPage frame={pageFrame(request)} decisions={decisions} agreements={agreements} />,
    );
  }

  @Get('everything.json')
  @Person(300)
  @Header('content-disposition', 'attachment; filename="csam-my-data.json"')
  @Header('content-type', 'application/json; charset=utf-8')
  async json(@Req() request: FastifyRequest): Promise<string> {
    const { fedId } = principalOf<SignedInPerson>(request);
    return JSON.stringify(await this.data.everything(fedId, 'json', request.context), null, 2);
  }

  @Get('everything')
  @Person(300)
  @HtmlPage()
  async document(@Req() request: FastifyRequest): Promise<string> {
    const { fedId } = principalOf<SignedInPerson>(request);
    const toRead = await this.data.toRead(fedId, request.context);
    return renderPage(<OwnDataDocument frame={pageFrame(request)} {...toRead} />);
  }

  @Post('decisions/:application/forget')
  async forget(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('application') application: string,
  ): Promise<void> {
    await this.data.forgetDecision(principalOf<SignedInPerson>(request).fedId, application);
    await reply.redirect('/my-data', 303);
  }

  @Get('erase')
  @HtmlPage()
  async askErase(@Req() request: FastifyRequest): Promise<string> {
    await this.admitToErase(request);
    return renderPage(<ErasePage frame={pageFrame(request)} done={false} />);
  }

  @Post('erase')
  async erase(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { fedId } = await this.admitToErase(request);
    const { reference, address } = request.context;
    await this.data.erase(fedId, { reference, address });
    const html = renderPage(<ErasePage frame={pageFrame(request)} done />);
    await reply.type('text/html; charset=utf-8').header('clear-site-data', '"cache"').send(html);
  }

  private async admitToErase(request: FastifyRequest): Promise<SignedInPerson> {
    const person = principalOf<SignedInPerson>(request);
    const level = contactLevel(await this.life.keysOf(person.fedId), defaultLoaPolicy);
    if (person.level >= level) return person;
    throw new RedirectAnswer(await this.desk.stepUp(request, level, '/my-data/erase'));
  }
}
