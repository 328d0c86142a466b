/** SOAP 1.1, WS-Security 1.0 with the X.509 token profile, XML signature. */
export const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const OASIS = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';
export const WSSE = `${OASIS}-wssecurity-secext-1.0.xsd`;
export const WSU = `${OASIS}-wssecurity-utility-1.0.xsd`;
export const X509V3 = `${OASIS}-x509-token-profile-1.0#X509v3`;
export const BASE64 = `${OASIS}-soap-message-security-1.0#Base64Binary`;
export const DS = 'http://www.w3.org/2000/09/xmldsig#';
export const EXCLUSIVE_C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#';
export const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
export const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';

/** The Federal Service Bus: header, GetPerson service version 3, its messages and its data types. */
const FSB = 'http://fsb.belgium.be';
export const HEADER = `${FSB}/header`;
export const SERVICE = `${FSB}/getPersonService/v3_00`;
export const MESSAGES = `${FSB}/getPersonService/messages/v3_00`;
export const CONTEXT = `${FSB}/data/business/context/v1_00`;
export const NATURAL_PERSON = `${FSB}/data/business/person/v2_00`;
export const PERSON = `${FSB}/data/entity/person/v2_00`;
export const NAME = `${FSB}/data/entity/person/name/v1_00`;
export const ADDRESS = `${FSB}/data/entity/address/v1_00`;
export const CODE = `${FSB}/data/common/code/v1_00`;
export const DATE = `${FSB}/data/common/date/v2_00`;
