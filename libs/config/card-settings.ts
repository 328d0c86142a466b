import {
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  ValidateIf,
} from 'class-validator';
import { documented } from './documented.js';

const withoutProxy = ({ proxySecretFile }: CardGateSettings): boolean => !proxySecretFile;

/** The listener that asks browsers for a certificate. */
export class CardGateSettings {
  @documented(
    'File with the private key of the certificate listener (PEM); not needed behind a proxy that ends TLS',
  )
  @ValidateIf(withoutProxy)
  @IsString()
  @IsNotEmpty()
  keyFile?: string | null;

  @documented('File with the certificate of the certificate listener and its chain (PEM)')
  @ValidateIf(withoutProxy)
  @IsString()
  @IsNotEmpty()
  certificateFile?: string | null;

  @documented(
    'File with a secret of 32 characters or more. With it a proxy ends TLS: the listener speaks http, and takes the certificate from the header Client-Cert (RFC 9440) of requests that carry the secret in CSAM-Proxy-Secret. Left out: off, and such headers are ignored',
  )
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  proxySecretFile?: string | null;
}

const OBJECT_IDENTIFIER = /^\d+(\.\d+)+$/;

/** Identity cards. */
export class EidSettings {
  @documented('File with the root authorities that are trusted (PEM)')
  @IsString()
  @IsNotEmpty()
  trustedRootsFile: string;

  @documented('File with the authorities beneath them that sign cards (PEM)')
  @IsString()
  @IsNotEmpty()
  issuersFile: string;

  @documented('Common names of the authorities that sign cards')
  @IsArray()
  @ArrayNotEmpty()
  @IsString({ each: true })
  issuerNames: string[];

  @documented('Policies (object identifiers) of certificates for authentication; others are refused')
  @IsArray()
  @ArrayNotEmpty()
  @Matches(OBJECT_IDENTIFIER, { each: true })
  policies: string[];

  @documented(
    'Seconds that an answer about a card’s revocation may serve again, 600 at most; 0 asks each time',
  )
  @IsInt()
  @Min(0)
  @Max(600)
  ocspReuseSeconds: number;

  @documented('Refuses answers about revocation that do not repeat our nonce; then the list (CRL) decides')
  @IsBoolean()
  ocspNonceRequired: boolean;

  @documented('Milliseconds to wait for an answer about revocation')
  @IsInt()
  @Min(100)
  @Max(10_000)
  timeoutMilliseconds: number;
}
