-- Takes the slots of every claim, or none.
-- ARGV from 10: reservation, call timeout, number of claims, claims.
-- Replies 1 and the deadline; or 0, the place of the refusing claim, the moment it resumes, the reason and its state.

local id = ARGV[10]
local record = presentRecord()
record.timeout = math.max(record.timeout, given(11))
writeRecord(record)
local now = record.moment
local claims = readClaims(13, given(12))

-- A reply that was lost on its way is asked for again: the slots are taken already.
local frees = find(claims[1].slots, id)
if frees and frees > now then
  return reply(record, 1, frees - claims[1].window)
end

local refusing, resumes, reason
for place, claim in ipairs(claims) do
  look(claim, now)
  local claimResumes, claimReason = refusal(claim, record)
  if claimResumes and not (resumes and claimResumes <= resumes) then
    refusing, resumes, reason = place, claimResumes, claimReason
  end
end
if refusing then
  return reply(record, 0, refusing - 1, resumes, reason, state(claims[refusing], record))
end

local deadline = now + given(11)
for _, claim in ipairs(claims) do
  local score = deadline + claim.window - OPEN
  put(claim.slots, id, claim.cost, score, life(claim, record))
  if claim.own then put(claim.own, id, claim.cost, score, life(claim, record)) end
  if stands(claim.standing, now) then grantMore(claim.word, -claim.cost) end
end
countChange(record)
return reply(record, 1, deadline)
