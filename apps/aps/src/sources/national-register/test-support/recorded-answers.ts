import { randomUUID } from 'node:crypto';

/** Answers of GetPerson v3 in the shape that was recorded from the service bus, about invented people. */

export interface RecordedPerson {
  readonly number: string;
  readonly state: string;
  readonly birth: readonly [century: string, year: string, month: string, day: string];
  readonly firstNames: string;
}

/** National number of the worked example of the check digits; nobody's. */
export const INVENTED_NUMBER = '85073003328';
export const OTHER_NUMBER = '17073003384';

const usual: RecordedPerson = {
  number: INVENTED_NUMBER,
  state: 'ALIVE',
  birth: ['19', '85', '07', '30'],
  firstNames: 'Zénobie|Ernestine',
};

const PERSON = 'http://fsb.belgium.be/data/entity/person/v2_00';
const NAME = 'http://fsb.belgium.be/data/entity/person/name/v1_00';
const CODE = 'http://fsb.belgium.be/data/common/code/v1_00';
const DATE = 'http://fsb.belgium.be/data/common/date/v2_00';
const ADDRESS = 'http://fsb.belgium.be/data/entity/address/v1_00';

export function personFound(change: Partial<RecordedPerson> = {}): string {
  const person = { ...usual, ...change };
  const [century, year, month, day] = person.birth;
  const firstNames = person.firstNames
    .split('|')
    .map((name) => `<n:firstName xmlns:n="${NAME}">${name}</n:firstName>`)
    .join('');
  return `<v3:getPersonResponse xmlns:v3="http://fsb.belgium.be/getPersonService/messages/v3_00">
  <v2:basicNaturalPerson xmlns:v2="http://fsb.belgium.be/data/business/person/v2_00">
    <v2:state>${person.state}</v2:state>
    <v21:basicPerson trust="AUTHENTIC_SOURCE" source="RN/RR" xmlns:v21="${PERSON}">
      <v21:personNumber>${person.number}</v21:personNumber>
      <v21:name>${firstNames}<n:lastName xmlns:n="${NAME}">D&apos;Hondt &amp; Zonen</n:lastName></v21:name>
      <v21:gender><c:code xmlns:c="${CODE}">2</c:code></v21:gender>
      <v21:officialBirthDate xmlns:d="${DATE}"><d:century>${century}</d:century><d:year>${year}</d:year><d:month>${month}</d:month><d:day>${day}</d:day></v21:officialBirthDate>
    </v21:basicPerson>
    <v1:address xmlns:v1="${ADDRESS}">
      <v1:structuredAddress trust="AUTHENTIC_SOURCE" source="RN/RR">
        <v1:country><c:code xmlns:c="${CODE}">BE</c:code></v1:country>
        <v1:street><c:code xmlns:c="${CODE}">2645</c:code><c:description xmlns:c="${CODE}">Denkbeeldstraat</c:description></v1:street>
        <v1:houseNumber>33</v1:houseNumber>
        <v1:postCode>9999</v1:postCode>
        <v1:municipality><c:code xmlns:c="${CODE}">99999</c:code><c:description xmlns:c="${CODE}">Voorbeeldegem</c:description></v1:municipality>
      </v1:structuredAddress>
    </v1:address>
  </v2:basicNaturalPerson>
</v3:getPersonResponse>`;
}

export function functionalError(code: string, description: string): string {
  return `<v3:getPersonResponse xmlns:v3="http://fsb.belgium.be/getPersonService/messages/v3_00">
  <v3:error><c:code xmlns:c="${CODE}"><c:code>${code}</c:code><c:description>${description}</c:description></c:code></v3:error>
</v3:getPersonResponse>`;
}

export function fault(code: string): string {
  return `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><soapenv:Fault>
  <faultcode>soapenv:Server</faultcode><faultstring>Backend not available</faultstring>
  <detail><messageId>${randomUUID()}</messageId><error><code><code>${code}</code><description>Out of service</description></code></error></detail>
</soapenv:Fault></soapenv:Body></soapenv:Envelope>`;
}
