import { Body, Controller, Header, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { ApsTokenClaims, AttributeAnswer } from '#libs/attributes';
import { Client, principalOf } from '#libs/http';
import { AttributeAnswerSchema, AttributeRequestSchema, ProblemSchema } from './attributes.schema.js';
import { PublicationService } from './publication.service.js';
import { refusalError } from './refusal-error.js';

const PROBLEM = { type: ProblemSchema };

@ApiTags('attributes')
@ApiBearerAuth()
@Controller('api/v1/attributes')
export class AttributesController {
  constructor(private readonly publication: PublicationService) {}

  @Post()
  @HttpCode(200)
  @Client('attributes')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Attributes of the person who is signing in',
    description:
      'Subject and application are those of the token (claims sub and client_id). For every attribute the answer says whether it is given, refused or unavailable, and why. Each consultation is recorded before it is answered.',
  })
  @ApiBody({ type: AttributeRequestSchema })
  @ApiResponse({ status: 200, description: 'One result for each attribute.', type: AttributeAnswerSchema })
  @ApiResponse({ status: 400, description: 'The body has another form.', ...PROBLEM })
  @ApiResponse({ status: 401, description: 'No valid token, or one that was used before.', ...PROBLEM })
  @ApiResponse({ status: 403, description: 'Unknown or inactive application or person.', ...PROBLEM })
  @ApiResponse({ status: 503, description: 'The keys of FAS or the record do not answer.', ...PROBLEM })
  async attributes(@Req() request: FastifyRequest, @Body() body: unknown): Promise<AttributeAnswer> {
    const caller = principalOf<ApsTokenClaims>(request);
    const outcome = await this.publication.publish(caller, body, request.context.reference);
    if (outcome.kind === 'refused') throw refusalError(outcome);
    return outcome.answer;
  }
}
