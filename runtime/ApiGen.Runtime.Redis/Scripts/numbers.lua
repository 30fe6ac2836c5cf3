-- Whole numbers as the commands want them. Lua would write a moment with 14 digits, and it has 16.
local function text(number)
  return string.format('%d', number)
end

local function given(index)
  return tonumber(ARGV[index])
end
