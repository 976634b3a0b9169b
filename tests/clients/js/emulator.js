// Where the emulator is and how Azure's clients get at it; scripts/test-clients gives both.
import { readFileSync } from 'node:fs';
import { ClientSecretCredential } from '@azure/identity';

export const endpoint = process.env.PLUMBLINE_ENDPOINT;
export const subscriptionId = process.env.PLUMBLINE_SUBSCRIPTION;
export const tenantId = process.env.PLUMBLINE_TENANT;
export const subscription = `/subscriptions/${subscriptionId}`;

/** The principals that the runner knows: the owner of the subscription, and one who may only read. */
export const principals = { owner: process.env.PLUMBLINE_OWNER, reader: process.env.PLUMBLINE_READER };

/** A credential of @azure/identity whose authority is the emulator. It asks no other host: instance discovery is off. */
export function secretOf(principal, tenant = tenantId) {
  return new ClientSecretCredential(tenant, principal, 'any secret', { authorityHost: endpoint, disableInstanceDiscovery: true });
}

/** The token that the emulator left in a file for its own user. */
export const fileCredential = {
  async getToken() {
    return { token: readFileSync(process.env.PLUMBLINE_TOKEN_FILE, 'utf8').trim(), expiresOnTimestamp: Date.now() + 3_600_000 };
  },
};

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
