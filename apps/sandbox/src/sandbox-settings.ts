/** What the sandbox is told at start. */
export class SandboxSettings {
  /** Address of the sandbox itself, without a slash at the end. */
  readonly baseUrl: string;
  readonly fasBaseUrl: string;
  readonly dataDirectory: string;
  readonly listenHost: string;
  /** 0 takes any free port. */
  readonly smtpPort: number;
  readonly smppPort: number;

  constructor(settings: SandboxSettings) {
    this.baseUrl = settings.baseUrl;
    this.fasBaseUrl = settings.fasBaseUrl;
    this.dataDirectory = settings.dataDirectory;
    this.listenHost = settings.listenHost;
    this.smtpPort = settings.smtpPort;
    this.smppPort = settings.smppPort;
  }
}
