import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CHECKLIST_ITEMS } from '../../applications/dossier/checklist.js';
import { DOSSIER_STATES, ENVIRONMENTS } from '../../applications/dossier/dossier.js';
import { SERVICE_ACTIONS } from '../../applications/service-actions.js';
import { DescriptionBody } from './service.bodies.js';
import { SettingsBody } from './settings.body.js';

/** What programs read of services, as the OpenAPI document describes it. */

export class EnvironmentShape {
  @ApiPropertyOptional({ type: SettingsBody })
  settings?: object;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'Once it is active: the application, for figures and records.',
  })
  application?: string;

  @ApiPropertyOptional({ description: 'Once it is active over OpenID Connect.' })
  clientId?: string;
}

export class EnvironmentsShape {
  @ApiPropertyOptional() INT?: EnvironmentShape;
  @ApiPropertyOptional() ACC?: EnvironmentShape;
  @ApiPropertyOptional() PROD?: EnvironmentShape;
}

export class SuspensionShape {
  @ApiProperty({ format: 'date-time' }) since: string;
  @ApiProperty() reason: string;
}

export class ServiceShape {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: DOSSIER_STATES }) state: string;
  @ApiPropertyOptional({ enum: DOSSIER_STATES, description: 'While suspended: where it was before.' })
  heldState?: string;
  @ApiPropertyOptional({ description: 'While suspended: since when, and why.' }) suspension?: SuspensionShape;
  @ApiProperty({ type: DescriptionBody }) description: object;
  @ApiProperty() environments: EnvironmentsShape;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ format: 'date-time' }) updatedAt: string;
}

export class ServicesShape {
  @ApiProperty({ type: [ServiceShape] }) items: ServiceShape[];
  @ApiPropertyOptional({ description: 'For `cursor`; absent on the last page.' }) next?: string;
}

export class ChecklistLineShape {
  @ApiProperty({ enum: CHECKLIST_ITEMS }) item: string;
  @ApiProperty() done: boolean;
  @ApiProperty({ enum: ['manager', 'signatory', 'service-desk'], description: 'Whose turn it is.' })
  turn: string;
}

export class SelfTestShape {
  @ApiProperty({ description: 'Somebody signed in, in INT.' }) signedIn: boolean;
  @ApiProperty({ description: 'Somebody turned back or was refused, and the service was told.' })
  refused: boolean;
}

export class ChecklistShape {
  @ApiProperty({ enum: DOSSIER_STATES }) state: string;
  @ApiProperty({ type: [ChecklistLineShape] }) lines: ChecklistLineShape[];
  @ApiProperty({ enum: CHECKLIST_ITEMS, isArray: true, description: 'Before it can be sent in.' })
  missing: string[];
  @ApiPropertyOptional({ description: 'The first line that is not done; absent in production.' })
  next?: ChecklistLineShape;
  @ApiProperty() selfTest: SelfTestShape;
  @ApiProperty({ enum: SERVICE_ACTIONS, isArray: true, description: 'Steps that can be taken now.' })
  steps: string[];
  @ApiProperty({
    enum: ENVIRONMENTS,
    isArray: true,
    description: 'Environments that can be connected or changed now.',
  })
  connectable: string[];
}

export class RequestShape {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'service-change' }) kind: string;
  @ApiProperty({ format: 'uuid' }) service: string;
  @ApiProperty({ description: 'In the language of Accept-Language.' }) title: string;
  @ApiProperty({ enum: ['open', 'approved', 'refused', 'withdrawn', 'expired'] }) state: string;
  @ApiProperty({ type: [String], description: 'What of it takes two people.' }) aspects: string[];
  @ApiProperty() reason: string;
  @ApiProperty({ format: 'date-time' }) requestedAt: string;
  @ApiProperty({ format: 'date-time' }) expiresAt: string;
  @ApiPropertyOptional({ description: 'The API client, when a program asked.' }) program?: string;
  @ApiPropertyOptional({ format: 'date-time' }) decidedAt?: string;
  @ApiPropertyOptional() decisionReason?: string;
}

export class RequestsShape {
  @ApiProperty({ type: [RequestShape] }) items: RequestShape[];
  @ApiPropertyOptional({ description: 'For `cursor`; absent on the last page.' }) next?: string;
}

export class ChangeShape {
  @ApiProperty({ enum: ['saved', 'requested'], description: '`requested`: a second person decides.' })
  outcome: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'The request that waits.' }) request?: string;
  @ApiProperty() service: ServiceShape;
}

export class SecretShape {
  @ApiProperty({ description: 'For the only time that it can be read.' }) clientSecret: string;
  @ApiProperty() clientId: string;
  @ApiPropertyOptional({ format: 'date-time', description: 'Until when the secret from before counts.' })
  formerUntil?: string;
}
