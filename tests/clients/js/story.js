// Steps of a story: what a client does, one line each. `ok STEP`, or `FAILED STEP` and below it what went wrong.
import assert from 'node:assert/strict';
import { lastAnswer } from './emulator.js';

let current = '';

/** Names the part of the story that the next steps belong to. */
export function chapter(name) {
  current = name;
}

/** Runs a step; a failed one is reported and the story goes on. Gives what the action gave, or undefined. */
export async function step(name, action) {
  try {
    const result = await action();
    console.log(`ok js ${current}: ${name}`);
    return result;
  } catch (error) {
    console.log(`FAILED js ${current}: ${name}`);
    for (const line of describe(error).split('\n')) console.log(`    ${line}`);
    return undefined;
  }
}

/** The refusal of a call that must be refused: status, error body. Fails when the call succeeds. */
export async function refusal(call) {
  let answer;
  try {
    answer = await call();
  } catch (error) {
    if (error.statusCode === undefined) throw error;
    return { status: Number(error.statusCode), error: lastAnswer.text ? JSON.parse(lastAnswer.text).error : {} };
  }
  assert.fail(`expected a refusal, got ${JSON.stringify(answer)}`);
}

/** As JSON would carry it: the clients add members that are undefined. */
export const plain = (value) => JSON.parse(JSON.stringify(value));

/** All items of a paged list. */
export async function all(pages) {
  const items = [];
  for await (const item of pages) items.push(item);
  return items;
}

/** The names of a paged list's items, sorted. */
export async function names(pages) {
  return (await all(pages)).map((item) => item.name).sort();
}

function describe(error) {
  if (error.statusCode === undefined) return String(error.stack ?? error).split('\n').slice(0, 12).join('\n');
  return `${error.request?.method ?? error.response?.request?.method} ${error.request?.url ?? error.response?.request?.url}\n${error.statusCode} ${lastAnswer.text || error.message}`;
}
