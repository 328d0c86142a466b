import { randomUUID } from 'node:crypto';

/** Answers of PersonService in the message frame of the KSZ (status and codes as recorded), about invented people. */

export interface KszPerson {
  readonly ssin: string;
  readonly replaces?: string;
  readonly canceled?: boolean;
  readonly birthDate?: string;
  readonly deceased?: boolean;
  readonly address?: string;
}

export interface KszStatus {
  readonly value: string;
  readonly code: string;
}

const FOUND: KszStatus = { value: 'DATA_FOUND', code: 'MSG00000' };

const inRequest = (request: string, name: string) =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(request)?.[1] ?? '';

const HOME =
  '<residentialAddress><countryIsoCode>BE</countryIsoCode><cityCode>99901</cityCode><cityName>Voorbeeldegem</cityName>' +
  '<postalCode>9999</postalCode><streetName>Denkbeeldstraat</streetName><houseNumber>33</houseNumber></residentialAddress>';

/** The reply to a request, under its ticket and about its number unless said otherwise. */
export function replyOf(
  request: string,
  person: KszPerson | undefined,
  { status = FOUND, ticket = inRequest(request, 'ticket') }: { status?: KszStatus; ticket?: string } = {},
): string {
  const ssin = inRequest(request, 'ssin');
  return `<per:searchPersonBySsinReply xmlns:per="http://kszbcss.fgov.be/intf/PersonService/v1">
  <informationCustomer><ticket>${ticket}</ticket><timestampSent>2026-06-15T10:00:00Z</timestampSent><customerIdentification><cbeNumber>0671516647</cbeNumber></customerIdentification></informationCustomer>
  <informationCBSS><ticketCBSS>${randomUUID()}</ticketCBSS><timestampReceive>2026-06-15T10:00:00Z</timestampReceive><timestampReply>2026-06-15T10:00:00Z</timestampReply></informationCBSS>
  <legalContext>CSAM:TEST</legalContext><criteria><ssin>${ssin}</ssin></criteria>
  <status><value>${status.value}</value><code>${status.code}</code><description>x</description></status>${person === undefined ? '' : result(person)}
</per:searchPersonBySsinReply>`;
}

const result = ({
  ssin,
  replaces,
  canceled = false,
  birthDate = '1998-07-28',
  deceased,
  address = HOME,
}: KszPerson) =>
  `<result><person register="BIS"><ssin canceled="${canceled}"${replaces === undefined ? '' : ` replaces="${replaces}"`}>${ssin}</ssin>
  <name><lastName>Verzonnen</lastName><firstName>Zoë</firstName><firstName>Ada</firstName></name>
  <birth><birthDate>${birthDate}</birthDate></birth><gender><genderCode>F</genderCode></gender><address>${address}</address>${deceased === true ? '<decease><deceaseDate>2026-01-01</deceaseDate></decease>' : ''}</person></result>`;

export const kszFault = `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><soapenv:Fault>
  <faultcode>soapenv:Server</faultcode><faultstring>x</faultstring><detail><error><severity>FATAL</severity><reasonCode>MSG00003</reasonCode><diagnostic>x</diagnostic><authorCode>http://kszbcss.fgov.be/</authorCode></error></detail>
</soapenv:Fault></soapenv:Body></soapenv:Envelope>`;
