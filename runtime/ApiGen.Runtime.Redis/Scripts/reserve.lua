-- Takes the slots of every claim, or none.
-- ARGV from 10: reservation, call timeout, whether this was asked before, number of claims, claims.
-- Replies 1 and the deadline; or 0, the place of the refusing claim, the moment it resumes, the reason and its state.

local id = ARGV[10]
local record = presentRecord()
record.timeout = math.max(record.timeout, given(11))
local now = record.moment
local claims = readClaims(14, given(13))

-- A reply that was lost on its way is asked for again: the slots may be taken already.
local date = ARGV[12] == '1' and find(claims[1].slots, id)
if date and date > freeUntil(claims[1], record) then
  writeRecord(record)
  return reply(record, 1, date - dateOf(claims[1], 0))
end

writeChange(record)

local refusing, resumes, reason
for place, claim in ipairs(claims) do
  look(claim, record)
  local claimResumes, claimReason = refusal(claim, record)
  if claimResumes and not (resumes and claimResumes <= resumes) then
    refusing, resumes, reason = place, claimResumes, claimReason
  end
end
if refusing then
  takeBackChange(record)
  return reply(record, 0, refusing - 1, resumes, reason, state(claims[refusing], record))
end

local deadline = now + given(11)
for _, claim in ipairs(claims) do
  local score = openScore(dateOf(claim, deadline))
  put(claim.slots, id, claim.cost, score, life(claim, record))
  if claim.own then put(claim.own, id, claim.cost, score, life(claim, record)) end
  if stands(claim.standing, now) then grantMore(claim.word, claim.standing, -claim.cost, now) end
end
return reply(record, 1, deadline)
