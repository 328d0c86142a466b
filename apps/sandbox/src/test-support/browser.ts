/** A browser of few talents: keeps cookies per origin and does not follow redirects on its own. */
export class Browser {
  private readonly cookies = new Map<string, Map<string, string>>();

  /** @param places where an address that the world uses is really served in this test */
  constructor(private readonly places: Readonly<Record<string, string>> = {}) {}

  async open(address: string, form?: Readonly<Record<string, string>>): Promise<Response> {
    const { origin } = new URL(address);
    const jar = this.cookies.get(origin) ?? new Map<string, string>();
    this.cookies.set(origin, jar);
    const response = await fetch(address.replace(origin, this.places[origin] ?? origin), {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';', 1)[0] ?? '').split(/=(.*)/su);
      jar.set(name, value);
    }
    return response;
  }

  /** Opens an address and follows its redirects; gives the last answer and where it was found. */
  async follow(
    address: string,
    form?: Readonly<Record<string, string>>,
  ): Promise<{ address: string; response: Response }> {
    let here = address;
    let response = await this.open(here, form);
    for (let hops = 0; hops < 10; hops += 1) {
      const location = response.headers.get('location');
      if (location === null) break;
      here = new URL(location, here).href;
      response = await this.open(here);
    }
    return { address: here, response };
  }
}
