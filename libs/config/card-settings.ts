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
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
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
const ENTERPRISE_NUMBER = /^\d{10}$/;

/** How the state of certificates is asked of those who issued them. */
class RevocationSettings {
  @documented('Seconds that an answer about revocation may serve again, 600 at most; 0 asks at each sign-in')
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

/** Identity cards. */
export class EidSettings extends RevocationSettings {
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
}

/** Somebody who issues certificates on the market and is trusted to have checked who asks for one. */
export class CertificateAuthoritySettings {
  @documented('Short name of the authority, for operators')
  @IsString()
  @IsNotEmpty()
  name: string;

  @documented(
    'File with its root and the authorities beneath it (PEM); those that sign themselves are trusted',
  )
  @IsString()
  @IsNotEmpty()
  certificatesFile: string;

  @documented('Policies (object identifiers) of its certificates that are taken; one of them must be there')
  @IsArray()
  @ArrayNotEmpty()
  @Matches(OBJECT_IDENTIFIER, { each: true })
  policies: string[];

  @documented('Enterprise numbers of the agencies whose services take its certificates; left out: all')
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @Matches(ENTERPRISE_NUMBER, { each: true })
  agencies?: string[];
}

/** The key username, password and certificate. */
export class CertificateSettings extends RevocationSettings {
  @documented(
    'Authorities whose certificates may be registered and used; without any the key is out of service',
  )
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CertificateAuthoritySettings)
  authorities: CertificateAuthoritySettings[];
}

/** Passkeys. */
export class PasskeySettings {
  @documented(
    'Domain to which passkeys belong (WebAuthn relying party identifier): the host of FAS and SMA, or the domain above both. Changing it makes every passkey useless',
  )
  @IsString()
  @IsNotEmpty()
  rpId: string;
}
