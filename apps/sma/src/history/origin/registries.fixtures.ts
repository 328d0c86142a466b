/**
 * A file with every kind of line that the registries write (version 2.3, extended): comments, the version line,
 * summaries, numbers of networks, given, free and kept back, with and without a holder. Networks are those of
 * documentation and their neighbours (RFC 5737, RFC 3849).
 */
export const REGISTRIES_FILE = `# Comments may stand anywhere
2.3|nro|20261130|14|19821213|20261129|+0000
nro|*|asn|*|1|summary
nro|*|ipv4|*|8|summary
nro|*|ipv6|*|5|summary
ripencc|BE|asn|64496|1|20000101|allocated|0a1b2c3d-holder|e-stats
ripencc|BE|ipv4|192.0.2.0|768|20000101|assigned|0a1b2c3d-holder|e-stats
ripencc|LU|ipv4|192.0.5.0|1280|20101231|allocated|1b2c3d4e-holder|e-stats
ripencc|FR|ipv4|198.51.100.0|256||assigned|2c3d4e5f-holder|e-stats
ripencc|EU|ipv4|198.51.101.0|256|19930901|allocated|3d4e5f60-holder|e-stats
apnic|AP|ipv4|198.51.102.0|256|20000101|allocated|4e5f6071|e-stats
apnic|ZZ|ipv4|203.0.113.0|256||available||e-stats
ripencc||ipv4|203.0.114.0|256||reserved||e-stats
lacnic|BR|ipv4|203.0.115.0|256|20200101|reserved|5f607182|e-stats
ripencc|NL|ipv6|2001:db8::|32|20000101|allocated|60718293-holder|e-stats
ripencc|DE|ipv6|2001:db9:1::|48|20000101|assigned|718293a4-holder|e-stats
ripencc|LU|ipv6|2001:db9:2:3::|64|20000101|assigned|8293a4b5-holder|e-stats
ripencc|SE|ipv6|2001:DC0::|29|20000101|allocated|93a4b5c6-holder|e-stats
iana|ZZ|ipv6|2001:de0::|27||reserved||e-stats
`;
