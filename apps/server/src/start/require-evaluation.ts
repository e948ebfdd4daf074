import { BadSettings, type Settings } from '#settings';

/**
 * What only the evaluation needs is optional at installation. Says at once which package is missing, rather than at the first login.
 * @throws BadSettings
 */
export function requireEvaluation({ evaluation, openId, smtp }: Settings): void {
  if (!evaluation) return;
  const missing = [...(openId ? [] : ['oidc-provider']), ...(smtp ? [] : ['smtp-server', 'mailparser'])].filter(
    (name) => !isInstalled(name),
  );
  if (missing.length > 0) {
    throw new BadSettings([
      `EVALUATION needs ${missing.join(', ')}, left out at installation: npm ci --include=optional, or set OIDC_ISSUER and SMTP_URL`,
    ]);
  }
}

function isInstalled(name: string): boolean {
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
}
