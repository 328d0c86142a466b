/** The addresses of the demo and the logins to try, as a table. */
export function welcome({ ports, logins, dataFolder }) {
  const rows = [
    [
      'Demo services',
      `http://localhost:${ports.sandbox}/`,
      'start here: services to sign in to, people, mail, SMS',
    ],
    ['FAS', `http://localhost:${ports.fas}/`, 'sign-in'],
    ['  certificates', `https://localhost:${ports.card}/`, 'asks for a card'],
    ['SMA', `http://localhost:${ports.sma}/`, 'My digital keys'],
    ['APS', `http://localhost:${ports.aps}/`, 'attributes'],
    ['Admin', `http://localhost:${ports.admin}/`, 'agencies and applications'],
    ['Worker', `http://localhost:${ports.worker}/`, 'background work'],
  ];
  const parts = ['', ...columns(rows), ''];
  if (logins.length > 0) parts.push('To try:', ...columns(logins.map(loginRow)), '');
  parts.push(`Logs are in ${dataFolder}/log. Ctrl-C stops everything.`, '');
  return parts.join('\n');
}

function loginRow({ name, username, password, totpSecret, note }) {
  const code = totpSecret === undefined ? '' : `app secret ${totpSecret}`;
  return [name, `user ${username}`, `password ${password}`, code, note ?? ''];
}

function columns(rows) {
  const widths = rows.reduce(
    (widest, row) => row.map((cell, i) => Math.max(cell.length, widest[i] ?? 0)),
    [],
  );
  return rows.map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i])).join('   ')}`.trimEnd());
}
