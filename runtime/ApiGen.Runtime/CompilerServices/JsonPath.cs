using System.Buffers;
using System.Text;

namespace ApiGen.CompilerServices;

/// <summary>Finds the path of a place in a JSON text, by walking the text up to it.</summary>
/// <remarks>The text need be JSON only up to the place; where it isn't, the path is as good as can be had.</remarks>
internal sealed class JsonPath
{
    // One level more than a cursor goes, for the bracket that is one too many.
    private const int MaxLevels = 65;

    private static readonly SearchValues<byte> ScalarEnds = SearchValues.Create("{}[],:\" \t\r\n"u8);

    private readonly List<JsonPathLevel> _levels = [];

    private JsonPath()
    {
    }

    /// <summary>
    /// The path of the value that begins at an offset or surrounds it: <c>$.status.entities.urls[2].url</c>. Between
    /// two values it is the path of the object or list around them. Names stand as they do in the text, with escapes.
    /// </summary>
    public static string At(ReadOnlySpan<byte> utf8, int offset)
    {
        var path = new JsonPath();
        ReadOnlySpan<byte> rest = utf8[..offset];
        while (!rest.IsEmpty && path._levels.Count <= MaxLevels)
            rest = rest[path.Pass(rest)..];
        return $"${string.Concat(path._levels)}";
    }

    /// <summary>Passes the next token, and returns the bytes it has.</summary>
    private int Pass(ReadOnlySpan<byte> rest)
    {
        switch (rest[0])
        {
            case (byte)'{' or (byte)'[':
                _levels.Add(new JsonPathLevel(isList: rest[0] == '['));
                return 1;
            case (byte)'}' or (byte)']':
                if (_levels.Count > 0)
                    _levels.RemoveAt(_levels.Count - 1);
                EndValue();
                return 1;
            case (byte)',':
                if (_levels.Count > 0)
                    _levels[^1].PassComma();
                return 1;
            case (byte)':' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n':
                return 1;
            case (byte)'"':
                return PassString(rest);
        }
        int length = rest.IndexOfAny(ScalarEnds);
        EndValue();
        return length < 0 ? rest.Length : length;
    }

    private int PassString(ReadOnlySpan<byte> rest)
    {
        int close = 1;
        while (close < rest.Length && rest[close] != '"')
            close += rest[close] == '\\' ? 2 : 1;
        if (close >= rest.Length)
            return rest.Length;
        if (_levels.Count > 0 && _levels[^1].AwaitsName)
            _levels[^1].EnterProperty(Encoding.UTF8.GetString(rest[1..close]));
        else
            EndValue();
        return close + 1;
    }

    private void EndValue()
    {
        if (_levels.Count > 0)
            _levels[^1].EndValue();
    }
}
