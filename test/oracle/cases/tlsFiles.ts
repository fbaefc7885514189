// A certificate that nobody trusts and its key, made for these tests alone; it is valid from 2020 to 2120.
const certificate = [
  'MIIBJTCBzKADAgECAgEBMAoGCCqGSM49BAMCMBExDzANBgNVBAMMBm9yYWNsZTAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAw',
  'MDAwMFowETEPMA0GA1UEAwwGb3JhY2xlMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE1F2sGqjVHIuCRPyLA1sat/FF/bqWj2Hv',
  'wVJpg7xjY5sNO5PQDi8pAN0Ye6r0nvGdLnvOKfjeg3pMcKe41WxB8qMTMBEwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNI',
  'ADBFAiAz9DO7HbhC/RVa9rgWFiwHaiZBxgu3Hdr6L/RiXEIyVQIhAPGFeOdfMaqRbO0C9pki4mzuEkH4ZLrYDTvnyQbqYceE',
];
const key = [
  'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgHX+6emaTAYnlng9dTGkYgBiSucTEUpMHNbTv0swOTv2hRANCAATU',
  'XawaqNUci4JE/IsDWxq38UX9upaPYe/BUmmDvGNjmw07k9AOLykA3Rh7qvSe8Z0ue84p+N6Dekxwp7jVbEHy',
];
/** Belongs to a key that was thrown away. */
const otherCertificate = [
  'MIIBIzCByqADAgECAgEBMAoGCCqGSM49BAMCMBAxDjAMBgNVBAMMBW90aGVyMCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAw',
  'MDAwWjAQMQ4wDAYDVQQDDAVvdGhlcjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABEafbtUySCj66d4HjWQ5AcnmUFbmu2NZX/ab',
  'Gdq3fqlreRXOzO9GniaroSfY3eNz5dk/K26qO3OpWFT5eQamtJqjEzARMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAw',
  'RQIhAPP41OmgwUigeKQ2VhMErWPvpk3zVPzI7NvUIq0jPC+xAiBFoARLF+bNFvvKHRc1+0XPCKAIqd/cXNvbtasLLyDHHg==',
];

/** Files for TLS directives: a certificate with its key, one that does not belong to the key, and garbage. */
export const tlsFiles: Readonly<Record<string, string>> = {
  'cert.pem': pem('CERTIFICATE', certificate),
  'key.pem': pem('PRIVATE KEY', key),
  'other.pem': pem('CERTIFICATE', otherCertificate),
  'garbage.pem': 'garbage\n',
};

function pem(label: string, base64: readonly string[]): string {
  const lines = base64.join('').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
