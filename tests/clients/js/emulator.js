// Where the emulator is and how Azure's clients get at it; scripts/test-clients gives both.
import { readFileSync } from 'node:fs';
import { ClientSecretCredential } from '@azure/identity';

export const endpoint = process.env.PLUMBLINE_ENDPOINT;
export const subscriptionId = process.env.PLUMBLINE_SUBSCRIPTION;
export const tenantId = process.env.PLUMBLINE_TENANT;
export const subscription = `/subscriptions/${subscriptionId}`;

/** The client ids of who may do everything, everything but access and policy, and only read. */
export const clients = { owner: process.env.PLUMBLINE_OWNER, contributor: process.env.PLUMBLINE_CONTRIBUTOR, reader: process.env.PLUMBLINE_READER };

/** The token that the emulator left in a file for its own user. It is the secret of all its principals, too. */
const token = () => readFileSync(process.env.PLUMBLINE_TOKEN_FILE, 'utf8').trim();

/** A credential of @azure/identity whose authority is the emulator. It asks no other host: instance discovery is off. */
export function credentialOf(client, { tenant = tenantId, secret = token() } = {}) {
  return new ClientSecretCredential(tenant, client, secret, { authorityHost: endpoint, disableInstanceDiscovery: true });
}

/** The token as it is in the file. */
export const fileCredential = { getToken: async () => ({ token: token(), expiresOnTimestamp: Date.now() + 3_600_000 }) };

/** The object id of who a credential is for, from its token. */
export async function objectIdOf(credential) {
  const { token: signed } = await credential.getToken(`${endpoint}/.default`);
  return JSON.parse(Buffer.from(signed.split('.')[1], 'base64url').toString()).oid;
}

/** The text of the last answer. The pollers of the newest clients keep code and message of a refusal and drop the rest of its body. */
export const lastAnswer = { text: '' };

const keepAnswer = {
  name: 'keepAnswer',
  async sendRequest(request, next) {
    const response = await next(request);
    lastAnswer.text = response.bodyAsText ?? '';
    return response;
  },
};

/** Options of every client. */
export const options = { endpoint, retryOptions: { maxRetries: 0 }, additionalPolicies: [{ policy: keepAnswer, position: 'perRetry' }] };

/** Options of every poller: the emulator says how long to wait, the clients' own interval is for the cloud. */
export const polling = { updateIntervalInMs: 50 };
