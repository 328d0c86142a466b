import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { LANGUAGES } from '#libs/kernel';

/** The shapes of `POST /api/v1/enterprises` as the OpenAPI document describes them. */

export class EnterprisesRequestSchema {
  @ApiProperty({ enum: LANGUAGES, description: 'Language of the names.' })
  language: string;
}

export class MandateSchema {
  @ApiProperty({ enum: ['function', 'role'] })
  kind: string;

  @ApiProperty({ example: 'Manager' })
  name: string;
}

export class EnterpriseOptionSchema {
  @ApiProperty({ pattern: '^[01][0-9]{9}$' })
  number: string;

  @ApiPropertyOptional({ description: 'Where the public data of the KBO has it.' })
  name?: string;

  @ApiPropertyOptional({ pattern: '^[2-8][0-9]{9}$', description: 'Where a role holds in one unit only.' })
  establishment?: string;

  @ApiPropertyOptional()
  establishmentName?: string;

  @ApiProperty({ type: [MandateSchema], description: 'Why the person may act for it.' })
  mandates: MandateSchema[];
}

export class EnterprisesAnswerSchema {
  @ApiProperty({ description: 'Identifier of the consultation in our record.' })
  reference: string;

  @ApiProperty({ pattern: '^[0-9a-f]{40}$', description: 'FedID of the person, as in the token.' })
  subject: string;

  @ApiProperty({ type: [EnterpriseOptionSchema] })
  enterprises: EnterpriseOptionSchema[];

  @ApiProperty({ type: [String], description: 'Sources that did not answer.', example: [] })
  unavailable: string[];
}
