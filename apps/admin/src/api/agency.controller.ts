import { Controller, Get, Req } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiPropertyOptional, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { API_RIGHTS, type Authorisation } from '#libs/agencies';
import { AppError, httpErrors } from '#libs/http';
import { AgenciesService } from '../agencies/agencies.service.js';
import { apiClientOf } from './access/api-desk.js';
import { Client } from './access/declarations.js';
import { NamesBody } from './services/service.bodies.js';

class ApiClientShape {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: API_RIGHTS, isArray: true }) rights: readonly string[];
  @ApiProperty({ format: 'date-time', description: 'From then on it is refused.' }) endsAt: string;
}

class AgencyShape {
  @ApiProperty({ pattern: '^[01][0-9]{9}$' }) number: string;
  @ApiProperty() name: NamesBody;
  @ApiProperty({ enum: ['active', 'suspended'] }) state: string;
  @ApiPropertyOptional({ description: 'Version of the user agreement that was signed.' })
  agreementVersion?: string;
  @ApiProperty({ description: 'The API client that asks.' }) client: ApiClientShape;
}

class AuthorisationShape {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: ['RR_OWN', 'RR_21_2015', 'LAW', 'PROTOCOL'] }) kind: string;
  @ApiProperty() reference: string;
  @ApiProperty({ type: [String], description: 'Attributes that it covers.' }) attributes: readonly string[];
  @ApiProperty({ format: 'date' }) validFrom: string;
  @ApiPropertyOptional({ format: 'date', description: 'Absent: until further notice.' }) validUntil?: string;
}

class AuthorisationsShape {
  @ApiProperty({ type: [AuthorisationShape] }) items: readonly Authorisation[];
}

/** The agency for which the program works. */
@ApiTags('agency')
@Controller('api/v1/agency')
@Client('read')
export class ApiAgencyController {
  constructor(private readonly agencies: AgenciesService) {}

  @Get()
  @ApiOperation({ summary: 'The agency, and the API client that asks' })
  @ApiResponse({ status: 200, type: AgencyShape })
  async show(@Req() request: FastifyRequest): Promise<AgencyShape> {
    const { id, agency: number, name, rights, endsAt } = apiClientOf(request);
    const agency = await this.agencies.find(number);
    if (agency === undefined) throw new AppError(httpErrors.NOT_FOUND);
    const { state, agreementVersion } = agency;
    return {
      number,
      name: agency.name,
      state,
      ...(agreementVersion !== undefined && { agreementVersion }),
      client: { id, name, rights, endsAt: endsAt.toISOString() },
    };
  }

  @Get('authorisations')
  @ApiOperation({ summary: 'What allows the agency to ask attributes' })
  @ApiResponse({ status: 200, type: AuthorisationsShape })
  async authorisations(@Req() request: FastifyRequest): Promise<AuthorisationsShape> {
    return { items: await this.agencies.bases(apiClientOf(request).agency) };
  }
}
