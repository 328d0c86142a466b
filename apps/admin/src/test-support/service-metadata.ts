/** Metadata of a SAML service, as small as they may be. */
export const serviceMetadata = (entityId: string) => `<md:EntityDescriptor
  xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entityId}">
  <md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <md:AssertionConsumerService index="0" Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
      Location="${entityId}/acs"/>
  </md:SPSSODescriptor>
</md:EntityDescriptor>`;
