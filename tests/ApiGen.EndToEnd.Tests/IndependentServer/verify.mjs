// Verifies signed requests with two OAuth libraries, each written by somebody else and sharing no code with this
// repository. Each line of standard input is a request as it is sent: { method, url, authorization, form }.
// Usage: node verify.mjs <keys.json>. Prints what each library accepted, by signature method and place, and what not.
import { createHmac, createPrivateKey, createSign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import OAuth from 'oauth-1.0a';
import oauthSign from 'oauth-sign';

const { consumerKey, consumerSecret, tokenSecret, privateKey: pem } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const privateKey = createPrivateKey(pem);
const accepted = {};
const refused = [];

for await (const line of createInterface({ input: process.stdin })) verify(JSON.parse(line));
console.log(JSON.stringify({ accepted, refused: refused.slice(0, 5), refusedCount: refused.length }));

function verify({ method, url, authorization = '', form = '' }) {
  const [address, query = ''] = url.split('?');
  const header = [...authorization.matchAll(/(oauth_\w+)="([^"]*)"/g)]
    .map(([, name, value]) => [name, decodeURIComponent(value)]);
  const pairs = [...header, ...new URLSearchParams(query), ...new URLSearchParams(form)];
  const { oauth_signature: signature, ...parameters } = grouped(pairs);
  const signedBy = parameters.oauth_signature_method;
  const place = header.length ? 'header' : query.includes('oauth_signature=') ? 'query' : 'form';

  note('oauth-1.0a', byOAuth10a(signedBy, method, address, parameters));
  note('oauth-sign', byOAuthSign(signedBy, method, address, parameters));

  function note(library, expected) {
    const key = `${library} ${signedBy} ${place}`;
    if (signature === expected) accepted[key] = (accepted[key] ?? 0) + 1;
    else refused.push({ key, method, url, form, signature, expected });
  }
}

function byOAuth10a(signedBy, method, url, parameters) {
  const oauth = new OAuth({
    consumer: { key: consumerKey, secret: consumerSecret },
    signature_method: signedBy,
    hash_function: (text, key) => signatureOf(signedBy, text, key),
  });
  return oauth.getSignature({ method, url, data: {} }, tokenSecret, structuredClone(parameters));
}

function byOAuthSign(signedBy, method, url, parameters) {
  switch (signedBy) {
    case 'HMAC-SHA1':
    case 'HMAC-SHA256':
    case 'PLAINTEXT':
      return oauthSign.sign(signedBy, method, url, parameters, consumerSecret, tokenSecret);
    case 'RSA-SHA1':
      return oauthSign.sign(signedBy, method, url, parameters, privateKey);
    default: {
      // The library doesn't know these two by name. The text and the key are its own, only the hash is Node's.
      const key = oauthSign.plaintext(consumerSecret, tokenSecret);
      return signatureOf(signedBy, oauthSign.generateBase(method, url, parameters), key);
    }
  }
}

/** What a method makes of a base string; the key is that of HMAC, and all there is to PLAINTEXT. */
function signatureOf(signedBy, text, key) {
  if (signedBy === 'PLAINTEXT') return key;
  const [kind, hash] = signedBy.split('-');
  return kind === 'RSA'
    ? createSign(signedBy).update(text).sign(privateKey, 'base64')
    : createHmac(hash, key).update(text).digest('base64');
}

/** The values by name; those of a name that came several times as a list. */
function grouped(pairs) {
  const groups = {};
  for (const [name, value] of pairs) {
    if (Array.isArray(groups[name])) groups[name].push(value);
    else groups[name] = name in groups ? [groups[name], value] : value;
  }
  return groups;
}
