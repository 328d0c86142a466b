import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { ATTRIBUTES } from '#libs/attributes';
import { CONTEXTS, LEVELS, type Context, type KeyKind, type Level } from '#libs/loa';
import { OFFERED_KEYS } from '../../applications/dossier/dossier-form.js';
import { SERVICE_ACTIONS, type ServiceAction } from '../../applications/service-actions.js';

/** What a program sends about a service; the rules themselves are those of the pages. */

const NAMES = ATTRIBUTES.map(({ name }) => name);
const ASKED = LEVELS.filter((level) => level >= 200);
const MOST_COUNTED = 999_999_999;

export class NamesBody {
  @ApiProperty({ maxLength: 120 }) @IsString() @MaxLength(120) nl: string;
  @ApiProperty({ maxLength: 120 }) @IsString() @MaxLength(120) fr: string;
  @ApiProperty({ maxLength: 120 }) @IsString() @MaxLength(120) de: string;
  @ApiProperty({ maxLength: 120 }) @IsString() @MaxLength(120) en: string;
}

export class AskedAttributeBody {
  @ApiProperty({ enum: NAMES }) @IsIn(NAMES) name: string;

  @ApiProperty({
    maxLength: 300,
    description: 'Why the service cannot do without; empty: not filled in yet.',
  })
  @IsString()
  @MaxLength(300)
  justification: string;
}

/** A change of a service in use says why. */
export class ReasonedBody {
  @ApiPropertyOptional({
    minLength: 5,
    maxLength: 300,
    description: 'Why; needed once the service is in use. It is kept, and names nobody.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  reason?: string;
}

export class DescriptionBody extends ReasonedBody {
  @ApiProperty({
    type: NamesBody,
    description: 'As people see it while signing in; empty: not filled in yet.',
  })
  @IsObject()
  @ValidateNested()
  @Type(() => NamesBody)
  name: NamesBody;

  @ApiPropertyOptional({ enum: ASKED, description: 'Lowest level that opens the service.' })
  @IsOptional()
  @IsIn(ASKED)
  minimumLevel?: Level;

  @ApiProperty({ enum: OFFERED_KEYS, isArray: true, description: 'Digital keys on offer.' })
  @IsArray()
  @ArrayUnique()
  @IsIn(OFFERED_KEYS, { each: true })
  keys: KeyKind[];

  @ApiProperty({ enum: CONTEXTS, isArray: true })
  @IsArray()
  @ArrayUnique()
  @IsIn(CONTEXTS, { each: true })
  contexts: Context[];

  @ApiProperty({ type: [AskedAttributeBody], maxItems: NAMES.length })
  @IsArray()
  @ArrayMaxSize(NAMES.length)
  @ArrayUnique((asked: AskedAttributeBody | null) => asked?.name)
  @ValidateNested({ each: true })
  @Type(() => AskedAttributeBody)
  attributes: AskedAttributeBody[];

  @ApiPropertyOptional({ format: 'uuid', description: 'Which of the agency’s authorisations covers them.' })
  @IsOptional()
  @IsUUID()
  authorisation?: string;

  @ApiPropertyOptional({ minimum: 0 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_COUNTED)
  signInsPerYear?: number;

  @ApiPropertyOptional({ minimum: 0, description: 'In an hour, at the busiest.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_COUNTED)
  signInsAtPeak?: number;

  @ApiProperty({ description: 'The agency pays each text message.' }) @IsBoolean() smsAccepted: boolean;

  @ApiPropertyOptional({ minimum: 0, description: 'At most so many a month.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_COUNTED)
  smsPerMonth?: number;
}

const Mail = (): PropertyDecorator => (target, name) => {
  ApiPropertyOptional({ format: 'email' })(target, name);
  IsOptional()(target, name);
  IsString()(target, name);
  MaxLength(254)(target, name);
};

/** A role that is left out has nobody. */
export class ContactsBody {
  @Mail() business?: string;
  @Mail() technical?: string;
  @Mail() security?: string;
  @Mail() billing?: string;
  @Mail() outage?: string;
}

/** Read by the rule of the pages: five to 300 characters, naming nobody by number or mail address. */
export class ReasonBody {
  @ApiProperty({ minLength: 5, maxLength: 300, description: 'It is kept, and names nobody.' })
  @IsString()
  @MaxLength(1_000)
  reason: string;
}

export class StepBody extends ReasonBody {
  @ApiProperty({ enum: SERVICE_ACTIONS }) @IsIn(SERVICE_ACTIONS) step: ServiceAction;
}

export class SecretBody extends ReasonBody {
  @ApiPropertyOptional({ default: false, description: 'The secret from before leaked: it ends at once.' })
  @IsOptional()
  @IsBoolean()
  leaked?: boolean;
}
