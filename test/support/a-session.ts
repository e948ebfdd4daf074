import request, { type Response } from 'supertest';
import type { AServer } from './a-server.js';

type Browser = ReturnType<typeof request.agent>;

const hops = 10;

/** A browser without script in which one of the people of the evaluation, named as in `hanna.handlaggare-tn`, has signed in. */
export async function aSession({ address }: Pick<AServer, 'address'>, slug: string): Promise<Browser> {
  const browser = request.agent(address);
  const land = async (first: Response, path: string): Promise<{ readonly path: string }> => {
    let [response, here] = [first, path];
    for (let hop = 0; hop < hops && response.headers['location'] !== undefined; hop++) {
      const to = new URL(response.headers['location'], new URL(here, address));
      here = to.pathname + to.search;
      response = await browser.get(here);
    }
    return { path: here };
  };
  const pick = await land(await browser.get('/arbete/logga-in'), '/arbete/logga-in');
  const { path } = await land(await browser.post(pick.path).type('form').send({ person: slug }), pick.path);
  if (!/^\/arbete(?:[?]|$)/.test(path)) throw new Error(`${slug} came as far as ${path}`);
  return browser;
}
