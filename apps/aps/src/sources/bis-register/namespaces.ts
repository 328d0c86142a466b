/** PersonService of the Crossroads Bank for Social Security (KSZ). */
export const PERSON_SERVICE = 'http://kszbcss.fgov.be/intf/PersonService/v1';
