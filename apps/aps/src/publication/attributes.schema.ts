import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ATTRIBUTES, MOST_ATTRIBUTES } from '#libs/attributes';
import { LANGUAGES } from '#libs/kernel';

/** The shapes of `POST /api/v1/attributes` as the OpenAPI document describes them. */

export class ChosenEnterpriseSchema {
  @ApiProperty({ pattern: '^[01][0-9]{9}$' })
  number: string;

  @ApiPropertyOptional({ pattern: '^[2-8][0-9]{9}$' })
  establishment?: string;
}

export class AttributeRequestSchema {
  @ApiProperty({
    type: [String],
    minItems: 1,
    maxItems: MOST_ATTRIBUTES,
    description: 'Names of the attributes that are asked; one with a parameter as residentOf:21004.',
    example: ATTRIBUTES.slice(0, 3).map(({ name }) => name),
  })
  attributes: string[];

  @ApiProperty({ enum: ['citizen', 'enterprise'], description: 'In which context the person signs in.' })
  context: string;

  @ApiProperty({ enum: LANGUAGES, description: 'Language of the person, for sources that answer in words.' })
  language: string;

  @ApiPropertyOptional({
    type: ChosenEnterpriseSchema,
    description: 'In enterprise context: the enterprise for which the person signs in. It is checked again.',
  })
  enterprise?: ChosenEnterpriseSchema;
}

export class AttributeResultSchema {
  @ApiProperty({ example: 'surname' })
  name: string;

  @ApiProperty({ enum: ['given', 'refused', 'unavailable'] })
  status: string;

  @ApiPropertyOptional({ description: 'Only when given.' })
  value?: string;

  @ApiPropertyOptional({
    description: 'Only when given: where the value comes from.',
    example: 'national-register',
  })
  source?: string;

  @ApiPropertyOptional({
    enum: ['authentic-source', 'established', 'declared-and-confirmed', 'declared'],
    description: 'Only when given: how far it may be relied on.',
  })
  trust?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Only when given.' })
  retrievedAt?: string;

  @ApiPropertyOptional({ description: 'When refused or unavailable: why.', example: 'not-authorised' })
  reason?: string;
}

export class AttributeAnswerSchema {
  @ApiProperty({ description: 'Identifier of the consultation in our record.' })
  reference: string;

  @ApiProperty({ pattern: '^[0-9a-f]{40}$', description: 'FedID of the person, as in the token.' })
  subject: string;

  @ApiProperty({
    type: [AttributeResultSchema],
    description: 'One result for each attribute that was asked.',
  })
  attributes: AttributeResultSchema[];
}

/** RFC 9457. */
export class ProblemSchema {
  @ApiProperty()
  type: string;

  @ApiProperty()
  title: string;

  @ApiProperty()
  status: number;

  @ApiPropertyOptional()
  detail?: string;
}
