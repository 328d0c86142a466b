import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class FieldErrorShape {
  @ApiProperty({
    example: 'minimumLevel',
    description: 'Path of the field in the body, or of the parameter.',
  })
  field: string;

  @ApiProperty({ example: 'must be one of 200, 300, 350, 400, 450, 500' })
  message: string;
}

/** RFC 9457. */
export class ProblemShape {
  @ApiProperty({ example: 'urn:csam:error:ADMIN-API-INPUT' })
  type: string;

  @ApiProperty()
  title: string;

  @ApiProperty()
  status: number;

  @ApiPropertyOptional()
  detail?: string;

  @ApiProperty({ example: 'ADMIN-API-INPUT' })
  code: string;

  @ApiProperty({ example: '7K3F-9QXM', description: 'Name it when you contact us.' })
  reference: string;

  @ApiPropertyOptional({ type: [FieldErrorShape], description: 'Of 422: each field that is wrong.' })
  errors?: FieldErrorShape[];

  @ApiPropertyOptional({ enum: ['not-now', 'missing', 'cannot', 'waiting'], description: 'Of 409: why.' })
  reason?: string;

  @ApiPropertyOptional({ type: [String], description: 'Of 409: lines of the checklist that are missing.' })
  missing?: string[];

  @ApiPropertyOptional({ description: 'Of 409: why the service cannot be registered so.' })
  problem?: string;
}
