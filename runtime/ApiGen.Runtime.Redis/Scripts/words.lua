-- What the server said is left of a budget: StandingWord, field by field.

local function readWord(key)
  local packed = redis.call('GET', key)
  if not packed then return { remaining = 0, ends = 0, isExhausted = false, length = 0 } end
  local remaining, ends, exhausted, length = struct.unpack('<dddd', packed)
  return { remaining = remaining, ends = ends, isExhausted = exhausted == 1, length = length }
end

local function writeWord(key, word, now)
  local packed = struct.pack('<dddd', word.remaining, word.ends, word.isExhausted and 1 or 0, word.length)
  redis.call('SET', key, packed, 'PX', text(math.ceil((word.ends + word.length - now + SPARE) / 1000)))
end

local function stands(word, now)
  return now < word.ends
end

local function grantMore(key, word, slots, now)
  word.remaining = word.remaining + slots
  writeWord(key, word, now)
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
