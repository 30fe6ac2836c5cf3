// A server that stands in for Twitter and shares no code with this repository: two OAuth libraries, each written by
// somebody else, sign what arrived, and only a request whose own signature is both of theirs is answered.
// Usage: node server.mjs <settings.json>. Prints its port, and ends when its standard input does.
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import OAuth from 'oauth-1.0a';
import oauthSign from 'oauth-sign';

const { account, user } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const usedNonces = new Set();

const oauth = new OAuth({
  consumer: { key: account.consumerKey, secret: account.consumerSecret },
  signature_method: 'HMAC-SHA1',
  hash_function: (text, key) => createHmac('sha1', key).update(text).digest('base64'),
});

createServer((request, response) => {
  const url = new URL(request.url, `http://${request.headers.host}`);
  const problem = problemOf(request.method, url.href, protocolParametersOf(request.headers.authorization));
  const { screen_name = user.screen_name } = parametersOf(url.href);
  response.writeHead(problem ? 401 : 200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(problem ? { errors: [{ code: 32, message: problem }] } : { ...user, screen_name }));
}).listen(0, '127.0.0.1', function () {
  console.log(this.address().port);
});

process.stdin.resume().on('end', () => process.exit());

/** What is wrong with the authorization of a request, or nothing. */
function problemOf(method, url, { oauth_signature: signature, ...parameters }) {
  if (parameters.oauth_consumer_key !== account.consumerKey) return 'This is not the consumer key.';
  if (parameters.oauth_token !== account.token) return 'This is not the token.';
  if (parameters.oauth_signature_method !== 'HMAC-SHA1') return 'This is not the signature method.';
  if (Math.abs(Date.now() / 1000 - parameters.oauth_timestamp) > 300) return 'The timestamp is not the present.';

  const fromOAuth10a = oauth.getSignature({ method, url }, account.tokenSecret, { ...parameters });
  const fromOAuthSign = oauthSign.hmacsign(
    method, url.split('?')[0], { ...parametersOf(url), ...parameters }, account.consumerSecret, account.tokenSecret);
  if (signature !== fromOAuth10a) return `The signature is ${signature}, and by oauth-1.0a it is ${fromOAuth10a}.`;
  if (signature !== fromOAuthSign) return `The signature is ${signature}, and by oauth-sign it is ${fromOAuthSign}.`;

  if (usedNonces.has(parameters.oauth_nonce)) return 'The nonce was used before.';
  usedNonces.add(parameters.oauth_nonce);
}

function parametersOf(url) {
  return Object.fromEntries(new URL(url).searchParams);
}

function protocolParametersOf(authorization = '') {
  const pairs = authorization.startsWith('OAuth ') ? authorization.matchAll(/(oauth_\w+)="([^"]*)"/g) : [];
  return Object.fromEntries([...pairs].map(([, name, value]) => [name, decodeURIComponent(value)]));
}
