import autocannon from 'autocannon';

const text = 'Plogbilen har inte kört på Söderväg i Visby på tre dagar och trottoaren är en isbana. '.repeat(4);

/** Every submitter has an address of their own: `[<id>]` is replaced for each request. */
export const aSubmission = JSON.stringify({
  kind: 'klagomal',
  language: 'sv',
  text,
  contact: { email: 'anna.[<id>]@example.com', name: 'Anna Andersson' },
});

interface Load {
  readonly connections: number;
  readonly seconds: number;
}

/** Posts the same body again and again; each is a submission of its own. */
export const post = (url: string, { connections, seconds }: Load): Promise<autocannon.Result> =>
  autocannon({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: aSubmission,
    idReplacement: true,
    connections,
    duration: seconds,
  });
