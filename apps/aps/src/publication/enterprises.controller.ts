import { Body, Controller, Header, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { ApsTokenClaims, EnterprisesAnswer } from '#libs/attributes';
import { Client, principalOf } from '#libs/http';
import { ProblemSchema } from './attributes.schema.js';
import { EnterprisesAnswerSchema, EnterprisesRequestSchema } from './enterprises.schema.js';
import { EnterprisesService } from './enterprises.service.js';
import { refusalError } from './refusal-error.js';

const PROBLEM = { type: ProblemSchema };

@ApiTags('enterprises')
@ApiBearerAuth()
@Controller('api/v1/enterprises')
export class EnterprisesController {
  constructor(private readonly enterprises: EnterprisesService) {}

  @Post()
  @HttpCode(200)
  @Client('attributes')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Enterprises for which the person who is signing in may act',
    description:
      'For the page on which the person chooses. Functions come from the KBO, roles from the role administration, each asked at this moment. Only for applications with the enterprise context and a valid legal basis. Each consultation is recorded before it is answered.',
  })
  @ApiBody({ type: EnterprisesRequestSchema })
  @ApiResponse({ status: 200, description: 'What can be chosen from.', type: EnterprisesAnswerSchema })
  @ApiResponse({ status: 400, description: 'The body has another form.', ...PROBLEM })
  @ApiResponse({ status: 401, description: 'No valid token, or one that was used before.', ...PROBLEM })
  @ApiResponse({ status: 403, description: 'Application or person may not, or are not known.', ...PROBLEM })
  @ApiResponse({ status: 503, description: 'The keys of FAS or the record do not answer.', ...PROBLEM })
  async list(@Req() request: FastifyRequest, @Body() body: unknown): Promise<EnterprisesAnswer> {
    const caller = principalOf<ApsTokenClaims>(request);
    const outcome = await this.enterprises.publish(caller, body, request.context.reference);
    if (outcome.kind === 'refused') throw refusalError(outcome);
    return outcome.answer;
  }
}
