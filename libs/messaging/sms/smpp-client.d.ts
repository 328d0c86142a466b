/** What the gateway needs of the smpp package (0.5.1, SMPP 3.4) beyond what is declared for servers. */
declare module 'smpp' {
  interface Session {
    enquire_link(options: Readonly<Record<string, unknown>>, onResponse?: PduHandler): boolean;
    unbind(options: Readonly<Record<string, unknown>>, onResponse?: PduHandler): boolean;
  }
}
