-- The taken slots of one budget: a sorted set of reservations by the moment at which each one's slot frees.
--
-- A slot whose call isn't settled has its moment less half a microsecond: it frees at the same whole microsecond, and
-- who settles or reserves again sees what state the slot is in from the one score. Doubles are that fine until 2112.
local function openScore(frees)
  return text(frees - 1) .. '.5'
end

local function dropFree(key, now)
  redis.call('ZREMRANGEBYSCORE', key, '-inf', text(now))
end

local function count(key)
  return redis.call('ZCARD', key)
end

-- When the slot at a place frees, the first one at 0.
local function freesAt(key, place)
  return math.ceil(tonumber(redis.call('ZRANGE', key, place, place, 'WITHSCORES')[2]))
end

-- When the slot at a place among those of two budgets together frees: of the place + 1 that free first, `low` are found
-- to be of the left budget.
local function freesAtOfBoth(left, right, place)
  local wanted = place + 1
  local low = math.max(0, wanted - count(right))
  local high = math.min(wanted, count(left))
  while low < high do
    local middle = math.floor((low + high) / 2)
    if freesAt(left, middle) < freesAt(right, wanted - middle - 1) then
      low = middle + 1
    else
      high = middle
    end
  end
  local last = low > 0 and freesAt(left, low - 1) or 0
  if wanted > low then last = math.max(last, freesAt(right, wanted - low - 1)) end
  return last
end

local function underWay(key, now, window)
  return redis.call('ZCOUNT', key, '(' .. text(now + window), '+inf')
end

-- A slot's name: a reservation's for its first slot, and that with a number for each other one.
local function slotName(id, slot)
  return slot == 0 and id or id .. ':' .. slot
end

-- How the slots of a reservation stand: when they free and whether its call is settled, or nothing if it has none.
local function find(key, id)
  local score = tonumber(redis.call('ZSCORE', key, id) or '')
  if not score then return nil end
  local frees = math.ceil(score)
  return frees, frees == score
end

local function put(key, id, cost, score, life)
  for slot = 0, cost - 1 do
    redis.call('ZADD', key, score, slotName(id, slot))
  end
  redis.call('PEXPIRE', key, text(math.ceil(life / 1000)))
end

local function remove(key, id, cost)
  for slot = 0, cost - 1 do
    redis.call('ZREM', key, slotName(id, slot))
  end
end
