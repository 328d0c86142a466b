import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { AUTH_METHODS, PROTOCOLS } from '../../applications/dossier/settings-form.js';
import { ReasonedBody } from './service.bodies.js';

const Addresses = (): PropertyDecorator => (target, name) => {
  ApiPropertyOptional({ type: [String], maxItems: 10 })(target, name);
  IsOptional()(target, name);
  IsArray()(target, name);
  ArrayMaxSize(10)(target, name);
  IsString({ each: true })(target, name);
  MaxLength(500, { each: true })(target, name);
};

/** One of the two protocols is filled in. */
export class SettingsBody extends ReasonedBody {
  @ApiProperty({ enum: PROTOCOLS }) @IsIn(PROTOCOLS) protocol: (typeof PROTOCOLS)[number];

  @Addresses() redirectUris?: string[];
  @Addresses() postLogoutRedirectUris?: string[];

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(500) backchannelLogoutUri?: string;

  @ApiPropertyOptional({ enum: AUTH_METHODS, description: 'Of `oidc`.' })
  @IsOptional()
  @IsIn(AUTH_METHODS)
  tokenEndpointAuthMethod?: (typeof AUTH_METHODS)[number];

  @ApiPropertyOptional({ description: 'With `private_key_jwt`.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  jwksUri?: string;

  @ApiPropertyOptional({
    description:
      'Of `saml`: the metadata document, as text. Left out with `metadataUrl`, it is fetched there.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(200_000)
  metadata?: string;

  @ApiPropertyOptional({
    maxLength: 500,
    description: 'Of `saml`: where the metadata stands. It is followed: a new key there counts by itself.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  metadataUrl?: string;

  @ApiPropertyOptional({
    description: 'With `metadataUrl`: certificates (PEM) with one of which the document is signed.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(20_000)
  metadataSigner?: string;
}
