-- Reads budgets, and takes nothing.
-- ARGV from 10: whether every taken slot is asked for, number of claims, claims.
-- Replies a state for each claim and, if asked for, the moments at which all slots and the caller's own free.

local isLog = ARGV[10] == '1'
local record = presentRecord()
writeRecord(record)
local claims = readClaims(12, given(11))

-- When each slot frees: none before all are held, where some were lost, and as many as the limit.
local function allFrees(claim, key, held, limit)
  local moments = {}
  local scores = redis.call('ZRANGE', key, 0, -1, 'WITHSCORES')
  for i = 2, #scores, 2 do
    moments[#moments + 1] = math.max(held, freesAt(claim, math.ceil(tonumber(scores[i])), record))
  end
  local missing = held > 0 and limit - #moments or 0
  for _ = 1, missing do
    table.insert(moments, 1, held)
  end
  return moments
end

local states = {}
for place, claim in ipairs(claims) do
  look(claim, record)
  local answer = { state(claim, record) }
  if isLog then
    answer[2] = allFrees(claim, claim.slots, heldUntil(claim, record), claim.limit)
    answer[3] = claim.own and allFrees(claim, claim.own, 0, 0) or {}
  end
  states[place] = answer
end
return reply(record, states)
