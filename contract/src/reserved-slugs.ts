const platformNames = `
  admin administrator api app apps assets auth backup billing blog cdn console dashboard default demo dev docs download
  downloads email events files ftp gateway git grafana health help home host hostmaster imap ingress internal kube
  kubernetes local localhost login logs mail metrics monitoring news ops pay payment payments platform pop postmaster
  private production prometheus proxy public registry root sandbox security shop shops shopwright signin signup smtp sso
  staging static stats status store stores support system temporal test traefik webmail webmaster wildcard wpad www`;

/** Words that YAML readers turn into something else than text. */
const yamlWords = 'false nan null none off true undefined yes';

/** Addresses that no store gets. */
export const reservedSlugs: ReadonlySet<string> = new Set(`${platformNames} ${yamlWords}`.trim().split(/\s+/));
