using System.Text;

namespace ApiGen.Runtime.Tests.Json.Oracle;

/// <summary>Breaks a body in the ways that bodies break, and in some that need malice.</summary>
internal sealed class BodyMutator(byte[] body, int seed)
{
    // Each is a hard case somewhere: of numbers, strings, literals, dates, structure or encoding.
    private static readonly byte[][] Fragments =
    [
        .. new[]
        {
            "{", "}", "[", "]", ",", ":", "\"", "\\", "/", " ", "\n", "\t", "\r", "\f", "\v", "\0", "\x1F", "\x7F",
            "-", "+", ".", "e", "E", "0", "1", "9", "00", "-0", "0.0", "1.5", "1e5", "1E-5", "1e400", "-1e400", "1e",
            "1.", ".5", "01", "2147483647", "2147483648", "9223372036854775807", "9223372036854775808",
            "-9223372036854775808", "123456789012345678901234567890",
            "0.0000000000000000000000000001", "79228162514264337593543950335", "79228162514264337593543950336",
            "1.00000000000000000000000000005", "\"12.50\"", "\"1e3\"", "\"1,5\"", "\".5\"", "\"5.\"", "253402300800",
            "-62135596801", "1386995755.00000019", "\"2000-02-30\"", "\"2000-2-29\"", "\"20000229\"",
            "\"2000-02-29T00:00:00\"", "\"\\u0032000-02-29\"", "\"kind\":null,", "\"kinds\":[null],",
            "\"kind\":\"\\ud800\",",
            "NaN", "Infinity", "null", "true", "false", "nul", "True",
            "\"12\"", "\"-5\"", "\"+5\"", "\"007\"", "\" 5\"", "\"1.5\"", "\"\\u0031\"", "\"\"", "\"x\"", "\"NaN\"",
            "[]", "{}", "[null]", "[[]]", "[1,2]", "[\"a\",null]", "{\"a\":1}", "{\"a\":null}",
            "\\u0041", "\\u00e9", "\\ud83d\\udc26", "\\ud83d", "\\udc26", "\\n", "\\/", "\\x", "\\u12", "\\u12g4",
            "\xC3\xA9", "\xC3", "\xFF", "\xED\xA0\xBD", "\xF0\x9F\x90\xA6", "\xEF\xBB\xBF", "\xC2\xA0", "//", "/**/",
            "\"id\":7,", "\"i\\u0064\":8,", "\"id\":null,", "\"name\":\"n\",", "\"status\":null,", "\"urls\":[],",
            "\"tags\":[null],",
            "\"ID\":1,", "\"\":1,", "\"unknown\":[{\"a\":[1,\"]\"]}],", "\"\\ud800\":1,", "\"tags\":[\"\\ud800\"],",
            "\"attributes\":{\"a\":\"\\ud800\"},", "\"attributes\":\"\xFF\",", "-0000", "+00:00",
            "\"Wed Aug 27 13:08:45 +0000 2008\"", "\"Wed Aug 27 13:08:45 -00:00 2008\"",
            "\"Thu Aug 27 13:08:45 +0000 2008\"", "\"Wed aug 27 13:08:45 +0000 2008\"",
            "\"Wed Aug 27 13:08:45 +1400 2008\"", "\"Wed Aug 27 13:08:45 +1401 2008\"",
        }.Select(Encoding.Latin1.GetBytes),
        Encoding.ASCII.GetBytes(JsonText.Repeat("[", 70)),
        Encoding.ASCII.GetBytes(JsonText.Repeat("[", 61) + JsonText.Repeat("]", 61)),
        Encoding.ASCII.GetBytes(JsonText.Repeat("{\"quoted_status\":", 70)),
    ];

    private readonly Random _random = new(seed);
    private readonly List<(int Start, int Length)> _tokens = [.. Tokens(body)];

    public byte[] Next()
    {
        List<byte> mutant = [.. body];
        // Tokens can only be found in the body as it was, so the mutation that needs them comes first.
        if (_random.Next(2) == 0)
            mutant = MutateTokens();
        else
            MutateBytes(mutant);
        while (_random.Next(4) == 0)
            MutateBytes(mutant);
        return [.. mutant];
    }

    private List<byte> MutateTokens()
    {
        int first = _random.Next(_tokens.Count);
        int second = _random.Next(_tokens.Count);
        byte[][] tokens = [.. _tokens.Select(token => body.AsSpan(token.Start, token.Length).ToArray())];
        switch (_random.Next(10))
        {
            case 0:
                (tokens[first], tokens[second]) = (tokens[second], tokens[first]);
                break;
            case 1:
                tokens[first] = tokens[second];
                break;
            case 2:
                tokens[first] = [];
                break;
            case 3:
                tokens[first] = [.. tokens[first], .. tokens[second]];
                break;
            case 4 or 5:
                tokens[first] = _random.GetItems(Fragments, 1)[0];
                break;
            case 6:
                tokens[first] = [.. _random.GetItems(" \t\r\n"u8, 3), .. tokens[first]];
                break;
            default:
                // Only one of its own kind, so that many mutants are good.
                (int, int)[] alike = [.. _tokens.Where(token => Kind(body[token.Start]) == Kind(tokens[first][0]))];
                (int start, int length) = _random.GetItems(alike, 1)[0];
                tokens[first] = body.AsSpan(start, length).ToArray();
                break;
        }
        return [.. tokens.SelectMany(static token => token)];
    }

    private void MutateBytes(List<byte> mutant)
    {
        if (mutant.Count == 0)
            return;
        int at = _random.Next(mutant.Count);
        int length = Math.Min(_random.Next(1, _random.Next(2, 40)), mutant.Count - at);
        switch (_random.Next(7))
        {
            case 0:
                mutant[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1:
                mutant[at] = (byte)_random.Next(256);
                break;
            case 2:
                mutant.RemoveRange(at, length);
                break;
            case 3:
                mutant.InsertRange(at, mutant.GetRange(at, length));
                break;
            case 4:
                mutant.InsertRange(at, mutant.GetRange(_random.Next(mutant.Count - length + 1), length));
                break;
            case 5:
                mutant.RemoveRange(at, mutant.Count - at);
                break;
            default:
                mutant.InsertRange(at, _random.GetItems(Fragments, 1)[0]);
                break;
        }
    }

    /// <summary>Strings, punctuation, and what is between them.</summary>
    private static IEnumerable<(int Start, int Length)> Tokens(byte[] json)
    {
        for (int start = 0; start < json.Length;)
        {
            int end = start + 1;
            if (json[start] == '"')
            {
                while (json[end] != '"')
                    end += json[end] == '\\' ? 2 : 1;
                end++;
            }
            else if (!IsPunctuation(json[start]))
            {
                while (end < json.Length && json[end] != '"' && !IsPunctuation(json[end]))
                    end++;
            }
            yield return (start, end - start);
            start = end;
        }
    }

    private static byte Kind(byte first) => first switch
    {
        (byte)'-' or (>= (byte)'0' and <= (byte)'9') => (byte)'0',
        (byte)'t' or (byte)'f' => (byte)'t',
        _ => first,
    };

    private static bool IsPunctuation(byte value) => "{}[],:"u8.Contains(value);
}
