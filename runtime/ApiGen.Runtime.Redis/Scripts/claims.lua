-- The claims of one call: five arguments each, from ARGV[first] on; and from KEYS[2] on a key for the slots and one for
-- the word, and where the budget is shared fairly one more for the caller's own slots.

local REASON = { used = 0, serverWord = 1, fairShare = 2, lost = 3 }

-- The arguments of a claim.
local CLAIM = 5

local function readClaims(first, number)
  local claims, key = {}, 2
  for i = 1, number do
    local argument = first + (i - 1) * CLAIM
    local claim = {
      slots = KEYS[key],
      word = KEYS[key + 1],
      window = given(argument),
      limit = given(argument + 1),
      cost = given(argument + 2),
      calendar = readCalendar(ARGV[argument + 4]),
    }
    key = key + 2
    if ARGV[argument + 3] == '1' then
      claim.own = KEYS[key]
      key = key + 1
    end
    claims[i] = claim
  end
  return claims
end

-- Drops what has freed, and counts the rest.
local function look(claim, record)
  local free = freeUntil(claim, record)
  dropFree(claim.slots, free)
  claim.used = count(claim.slots)
  claim.ownUsed = 0
  if claim.own then
    dropFree(claim.own, free)
    claim.ownUsed = count(claim.own)
  end
  claim.standing = readWord(claim.word)
end

-- Until when all slots of a claim count as taken because some were lost; 0 if none were.
local function heldUntil(claim, record)
  if record.lost < 0 then return 0 end
  local ends = record.lost + record.timeout + claim.window
  return ends > record.moment and ends or 0
end

-- From when a claim can be granted and why not before, or nothing if it can be now.
local function refusal(claim, record)
  local resumes, reason = 0, nil
  local excess = claim.used + claim.cost - claim.limit
  if claim.ownUsed > 0 then
    if excess + claim.ownUsed > 0 then
      resumes = freesAt(claim, dateAtOfBoth(claim.slots, claim.own, excess + claim.ownUsed - 1), record)
      reason = excess > 0 and REASON.used or REASON.fairShare
    end
  elseif excess > 0 then
    resumes, reason = freesAt(claim, dateAt(claim.slots, excess - 1), record), REASON.used
  end
  local held = heldUntil(claim, record)
  if held > resumes then resumes, reason = held, REASON.lost end
  local word = claim.standing
  if stands(word, record.moment) and word.remaining < claim.cost and resumes < word.ends then
    resumes, reason = word.ends, REASON.serverWord
  end
  if reason then return resumes, reason end
end

-- A budget as it stands, in the order in which the client reads it; -1 for what there isn't.
local function state(claim, record)
  local now = record.moment
  local held = heldUntil(claim, record)
  local used, next = claim.used, -1
  if held > 0 then
    used, next = math.max(used, claim.limit), held
  elseif used > 0 then
    next = freesAt(claim, dateAt(claim.slots, 0), record)
  end
  local isSaid = stands(claim.standing, now)
  return {
    used,
    next,
    countAfter(claim.slots, dateOf(claim, now)),
    claim.own and claim.ownUsed or -1,
    isSaid and math.max(0, claim.standing.remaining) or -1,
    isSaid and claim.standing.ends or -1,
  }
end

-- How long the keys of a claim must live: longer than any of its slots, of whatever call.
local function life(claim, record)
  return claim.window + record.timeout + SPARE
end

-- What every reply begins with: from it the client witnesses what is recorded.
local function reply(record, ...)
  return { record.moment, record.epoch, record.sequence, record.timeout, ... }
end
