import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureServiceProviderKeys } from '#libs/testing';
import { stack } from '../../support/stack.js';
import { startApache } from './apache.js';
import { adapted, guideExample } from './guide-example.js';
import { freePort, isListening, peerFolder, PeerProcess } from './peer-process.js';
import { Peer } from './peer.js';

const GUIDE = 'Shibboleth SP';

/** Shibboleth SP as the integrator guide sets it up: its daemon, and Apache with its module. */
export async function startShibboleth(): Promise<Peer> {
  const folder = peerFolder('shibboleth');
  const [port, listener] = [await freePort(), await freePort()];
  const base = `http://127.0.0.1:${port}`;
  const { keyFile, certificateFile } = await ensureServiceProviderKeys(folder);
  const application = adapted(guideExample(GUIDE, 'xml'), {
    'https://fas.example': stack().addresses.fas,
    'https://my-service.example': base,
    // No TLS in between here.
    'signing="true"': 'signing="true" requireTransportAuth="false" requireConfidentiality="false"',
    'handlerSSL="true" cookieProps="https"': 'handlerSSL="false" cookieProps="http"',
    'sp-key.pem': keyFile,
    'sp-cert.pem': certificateFile,
    'fas.xml': join(folder, 'fas.xml'),
    'attribute-map.xml': join(folder, 'attribute-map.xml'),
  });
  writeFileSync(join(folder, 'attribute-map.xml'), guideExample(GUIDE, 'xml', 1));
  writeFileSync(
    join(folder, 'logger'),
    logger(`FileAppender\nlog4j.appender.out.fileName=${folder}/shibd.log`),
  );
  // Apache may not write here.
  writeFileSync(join(folder, 'native-logger'), logger('ConsoleAppender'));
  writeFileSync(join(folder, 'shibboleth2.xml'), whole(folder, listener, application));
  const daemon = await PeerProcess.start(
    ['/usr/sbin/shibd', '-F', '-f', '-c', join(folder, 'shibboleth2.xml'), '-p', join(folder, 'shibd.pid')],
    folder,
    () => isListening(listener),
  );
  const apache = await startApache({
    folder,
    port,
    modules: ['shib'],
    configuration: `
      ShibConfig ${folder}/shibboleth2.xml
      <Location /Shibboleth.sso>
        AuthType None
        Require all granted
        SetHandler shib
      </Location>
      <Location /secured>
        AuthType shibboleth
        ShibRequestSetting requireSession 1
        Require shib-session
        Header set X-Level "%{Shib-AuthnContext-Class}e"
        Header set X-NRN "%{egovNRN}e"
        Header set X-Given-Name "%{givenName}e"
      </Location>`,
  });
  return new Peer(base, folder, [apache, daemon]);
}

/** What the example of the guide stands in. */
const whole = (folder: string, listener: number, application: string): string => `
<SPConfig xmlns="urn:mace:shibboleth:3.0:native:sp:config" clockSkew="180">
  <OutOfProcess logger="${folder}/logger"/>
  <InProcess logger="${folder}/native-logger"/>
  <TCPListener address="127.0.0.1" port="${listener}" acl="127.0.0.1"/>
  ${application}
  <SecurityPolicyProvider type="XML" validate="true" path="security-policy.xml"/>
  <ProtocolProvider type="XML" validate="true" reloadChanges="false" path="protocols.xml"/>
</SPConfig>`;

const logger = (appender: string): string => `log4j.rootCategory=INFO, out
log4j.appender.out=org.apache.log4j.${appender}
log4j.appender.out.layout=org.apache.log4j.PatternLayout
log4j.appender.out.layout.ConversionPattern=%p %c: %m%n
`;
