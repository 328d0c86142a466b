/** Namespaces of the Federal Service Bus and of GetPerson version 3. */
export const FSB_HEADER = 'http://fsb.belgium.be/header';
export const FSB_CONTEXT = 'http://fsb.belgium.be/data/business/context/v1_00';
export const GET_PERSON = 'http://fsb.belgium.be/getPersonService/v3_00';
export const GET_PERSON_MESSAGES = 'http://fsb.belgium.be/getPersonService/messages/v3_00';
