/**
 * What reports were, as they were recorded before, for the codec of the log. The first counted every case for everybody, and gave the list
 * of its cases without a salt, and their number besides.
 */
export const reportUpcasters = {
  ReportFrozen: {
    1: ({ cases, ...data }: Readonly<Record<string, unknown>>) => ({
      ...data,
      reach: null,
      cases: { salt: '', commitment: (cases as { sha256: string }).sha256 },
    }),
  },
};
