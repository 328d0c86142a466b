/** Why no answer is given, in the words of SOAP 1.1 (4.4.1) or WS-Security 1.0 (section 12). */
export interface SoapFault {
  /** Qualified name with the prefixes `soapenv` and `wsse`. */
  readonly faultCode:
    | 'soapenv:VersionMismatch'
    | 'soapenv:Client'
    | 'soapenv:Server'
    | 'wsse:InvalidSecurity'
    | 'wsse:InvalidSecurityToken'
    | 'wsse:FailedAuthentication'
    | 'wsse:FailedCheck';
  readonly reason: string;
}

export const fault = (faultCode: SoapFault['faultCode'], reason: string) =>
  ({ kind: 'fault', fault: { faultCode, reason } }) as const;

export type Faulted = ReturnType<typeof fault>;
