-- Says what became of a reserved call, and what the server said.
-- ARGV from 10: reservation, deadline, outcome, whether this was asked before, number of claims, claims,
-- number of words, and of each word: the place of its claim, remaining, length, longest length.
-- Replies 1; or 0 if the call isn't under way, and nothing is changed.

local COMPLETED, NEVER_SENT = 0, 1

local id, deadline, outcome, isAskedAgain = ARGV[10], given(11), given(12), ARGV[13] == '1'
local record = presentRecord()
local now = record.moment
local claims = readClaims(15, given(14))
local firstWord = 15 + #claims * CLAIM

-- The date of the slots of a claim, now that the outcome is known.
local function settledDate(claim)
  return dateOf(claim, (outcome == COMPLETED or now > deadline) and now or deadline)
end

-- Whether the slots of a claim were free before the call was settled.
local function isFree(claim)
  return dateOf(claim, deadline) <= freeUntil(claim, record)
end

-- A call of before a loss may have lost its slots, and is settled all the same.
local mayBeLost = record.lost >= 0 and deadline <= record.lost + record.timeout
for _, claim in ipairs(claims) do
  local date, isSettled = find(claim.slots, id)
  claim.isUnderWay = date or (isFree(claim) and not isAskedAgain)
  if not isFree(claim) and (isSettled or not (date or mayBeLost)) then
    writeRecord(record)
    return reply(record, isAskedAgain and 1 or 0)
  end
end

-- A settlement that is lost holds slots longer, and nobody need look for it; but not a late one, or the server's word.
if now > deadline or given(firstWord) > 0 then writeChange(record) else writeRecord(record) end

local function settle(claim, key)
  if outcome == NEVER_SENT then
    remove(key, id, claim.cost)
  else
    put(key, id, claim.cost, text(settledDate(claim)), life(claim, record))
  end
end

for _, claim in ipairs(claims) do
  -- A slot of a window that has freed by now is not taken again: the call outlived its deadline by a window. But a day
  -- may have ended meanwhile, and the call been counted in the next.
  if not isFree(claim) or (claim.calendar and outcome ~= NEVER_SENT) then
    settle(claim, claim.slots)
    if claim.own then settle(claim, claim.own) end
  end
  -- What is past its deadline was never taken off a word that came after it.
  if outcome == NEVER_SENT and claim.isUnderWay and now < deadline then
    local word = readWord(claim.word)
    if stands(word, now) and not word.isExhausted then grantMore(claim.word, word, claim.cost, now) end
  end
end

for word = 0, given(firstWord) - 1 do
  local argument = firstWord + 1 + word * 4
  local claim = claims[given(argument) + 1]
  dropFree(claim.slots, freeUntil(claim, record))
  local uncounted = countAfter(claim.slots, dateOf(claim, now))
  local heard = hear(
    readWord(claim.word), given(argument + 1), uncounted, given(argument + 2), given(argument + 3), now)
  writeWord(claim.word, heard, now)
end

return reply(record, 1)
