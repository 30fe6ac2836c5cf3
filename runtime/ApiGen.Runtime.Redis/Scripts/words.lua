-- What the server said is left of a budget: StandingWord, field by field.

local function readWord(key)
  local fields = redis.call('HMGET', key, 'remaining', 'ends', 'exhausted', 'length')
  if not fields[1] then return { remaining = 0, ends = 0, isExhausted = false, length = 0 } end
  return {
    remaining = tonumber(fields[1]),
    ends = tonumber(fields[2]),
    isExhausted = fields[3] == '1',
    length = tonumber(fields[4]),
  }
end

local function writeWord(key, word, now)
  redis.call('HSET', key,
    'remaining', text(word.remaining), 'ends', text(word.ends),
    'exhausted', word.isExhausted and '1' or '0', 'length', text(word.length))
  redis.call('PEXPIRE', key, text(math.ceil((word.ends + word.length - now + SPARE) / 1000)))
end

local function stands(word, now)
  return now < word.ends
end

local function grantMore(key, slots)
  redis.call('HINCRBY', key, 'remaining', slots)
end

-- What stands after the server has spoken again.
local function hear(word, remaining, underWay, length, longest, now)
  if longest > 0 and word.length > 0 and now < word.ends + word.length then
    length = math.min(word.length * 2, longest)
  end
  local heard = {
    remaining = remaining - underWay,
    ends = now + length,
    isExhausted = remaining == 0,
    length = longest > 0 and length or word.length,
  }
  if not stands(word, now) then return heard end
  if heard.isExhausted then
    if word.isExhausted then heard.ends = math.max(word.ends, heard.ends) end
    return heard
  end
  if word.isExhausted then return word end
  if heard.ends > word.ends then return heard end
  word.remaining = math.min(word.remaining, heard.remaining)
  return word
end
