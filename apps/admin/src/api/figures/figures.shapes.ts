import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { TRAIL_KINDS } from '../../reports/trail/trail-kinds.js';
import { ReasonBody } from '../services/service.bodies.js';

/** What programs ask and read about what an application did. */

export class ApplicationShape {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) name: object;
  @ApiProperty({ enum: ['INT', 'ACC', 'PROD'] }) environment: string;
  @ApiProperty({ enum: ['active', 'suspended', 'ended'] }) state: string;
  @ApiPropertyOptional({ description: 'This month, as far as counted.' }) signIns?: number;
}

export class ApplicationsShape {
  @ApiProperty({ type: [ApplicationShape] }) items: ApplicationShape[];
  @ApiPropertyOptional() next?: string;
}

export class TotalsShape {
  @ApiProperty() signIns: number;
  @ApiProperty({ description: 'Of these, without a page: signed in already.' }) wentOn: number;
  @ApiProperty() started: number;
  @ApiProperty() refused: number;
  @ApiPropertyOptional({ description: '0 to 1: of what was begun with a page, what ended signed in.' })
  finished?: number;
}

export class SeriesShape {
  @ApiProperty({ example: 'eid' }) name: string;
  @ApiProperty({ type: [Number], description: 'One for each of `labels`.' }) values: readonly number[];
}

export class ResponsesShape {
  @ApiProperty({ example: '09' }) at: string;
  @ApiProperty({ enum: ['user', 'application'] }) kind: string;
  @ApiProperty() requests: number;
  @ApiProperty({ description: 'Answered within two seconds, or a tenth of one for programs.' })
  withinNorm: number;
}

export class SmsShape {
  @ApiProperty() messages: number;
  @ApiProperty() segments: number;
  @ApiPropertyOptional({ description: 'Whole cents; absent while no price is entered.' }) cents?: number;
}

export class FiguresShape {
  @ApiProperty() application: ApplicationShape;
  @ApiProperty({
    example: '2026-03',
    description: 'A month by its days or a day by its hours, in Belgian time.',
  })
  period: string;
  @ApiProperty({ type: [String] }) labels: readonly string[];
  @ApiProperty() totals: TotalsShape;
  @ApiProperty({ type: [SeriesShape] }) byKey: readonly SeriesShape[];
  @ApiProperty({ type: [SeriesShape] }) byLevel: readonly SeriesShape[];
  @ApiProperty({ type: [SeriesShape] }) failures: readonly SeriesShape[];
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'number' },
    description: 'How many sign-ins ended within so many seconds.',
  })
  tookWithin: object;
  @ApiPropertyOptional({ type: [ResponsesShape], description: 'Of months only.' })
  responses?: readonly object[];
  @ApiPropertyOptional({ description: 'Of months only.' }) sms?: SmsShape;
  @ApiPropertyOptional({ format: 'date-time' }) countedUntil?: string;
}

export class RecordShape {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'date-time' }) occurredAt: string;
  @ApiProperty({ example: 'SignInCompleted' }) event: string;
  @ApiProperty({ description: 'Of the request; people see it on error pages.' }) reference: string;
  @ApiPropertyOptional() key?: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Nothing about persons.',
  })
  fields: object;
}

export class AgencyRecordShape {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'date-time' }) occurredAt: string;
  @ApiProperty({ example: 'ServiceMoved' }) event: string;
  @ApiProperty() reference: string;
  @ApiPropertyOptional({ description: 'The API client that did it; a person is not named.' })
  program?: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Nothing about persons.',
  })
  fields: object;
}

export class AgencyRecordsShape {
  @ApiProperty({ type: [AgencyRecordShape] }) items: AgencyRecordShape[];
  @ApiPropertyOptional({ description: 'For `before`; absent when there are no older ones.' }) next?: string;
}

export class RecordsShape {
  @ApiProperty({ type: [RecordShape] }) items: RecordShape[];
  @ApiPropertyOptional({ description: 'For `before`; absent when there are no older ones.' }) next?: string;
}

const Short =
  (description: string, example?: string): PropertyDecorator =>
  (target, name) => {
    ApiPropertyOptional({ description, ...(example !== undefined && { example }) })(target, name);
    IsOptional()(target, name);
    IsString()(target, name);
    MaxLength(60)(target, name);
  };

export class RecordsOfTimeQuery {
  @Short('Belgian day, which is in it; a week ago when left out.', '2026-03-01') from?: string;
  @Short('Belgian day, which is in it; today when left out.', '2026-03-09') until?: string;
  @Short('Only what happened under this reference, in all the time that is kept.') reference?: string;

  @Short('`next` of the page before.') before?: string;
}

export class RecordsQuery extends RecordsOfTimeQuery {
  @ApiPropertyOptional({ enum: TRAIL_KINDS }) @IsOptional() @IsIn(TRAIL_KINDS) kind?: string;
}

export class ProofBody extends ReasonBody {
  @Short('Belgian day, which is in it.', '2026-03-01') from?: string;
  @Short('Belgian day, which is in it.', '2026-03-09') until?: string;
  @Short('Only what happened under this reference.') reference?: string;

  @ApiPropertyOptional({ enum: TRAIL_KINDS }) @IsOptional() @IsIn(TRAIL_KINDS) kind?: string;
}
