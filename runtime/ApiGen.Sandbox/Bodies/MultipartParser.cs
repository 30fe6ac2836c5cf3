using System.Text;

namespace ApiGen.Sandbox.Bodies;

/// <summary>
/// Takes a multipart body apart (RFC 2046, section 5.1; RFC 7578). Shares no code with what writes it, so that an error
/// in one is seen by the other.
/// </summary>
internal sealed class MultipartParser
{
    private static readonly byte[] LineEnd = "\r\n"u8.ToArray();

    private readonly byte[] _body;
    private readonly byte[] _delimiter;
    private int _position;

    private MultipartParser(byte[] body, string boundary)
    {
        _body = body;
        _delimiter = Encoding.ASCII.GetBytes($"--{boundary}");
    }

    private ReadOnlySpan<byte> Rest => _body.AsSpan(_position);

    /// <summary>Reads all parts.</summary>
    /// <exception cref="FormatException">The body isn't a multipart one; the message says why.</exception>
    public static List<BodyPart> Parse(byte[] body, string boundary) => new MultipartParser(body, boundary).Parse();

    private List<BodyPart> Parse()
    {
        List<BodyPart> parts = [];
        Take(_delimiter, "it doesn't begin with its boundary");
        while (!TryTake("--"u8))
        {
            Take(LineEnd, "there is more on the line of a boundary");
            parts.Add(ParsePart());
        }

        // An epilogue may follow, which nobody reads.
        return parts;
    }

    private BodyPart ParsePart()
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        while (!TryTake(LineEnd))
        {
            int end = Rest.IndexOf(LineEnd);
            if (end < 0) throw new FormatException("the header of a part doesn't end");
            string line = Encoding.UTF8.GetString(Rest[..end]);
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0) throw new FormatException($"the line '{line}' is no header of a part");
            headers[line[..colon]] = line[(colon + 1)..].Trim();
            _position += end + LineEnd.Length;
        }

        int length = Rest.IndexOf((byte[])[.. LineEnd, .. _delimiter]);
        if (length < 0) throw new FormatException("it has no boundary at its end");
        byte[] content = Rest[..length].ToArray();
        _position += length + LineEnd.Length + _delimiter.Length;
        return BodyPart.Of(headers, content);
    }

    private bool TryTake(ReadOnlySpan<byte> expected)
    {
        if (!Rest.StartsWith(expected)) return false;
        _position += expected.Length;
        return true;
    }

    private void Take(ReadOnlySpan<byte> expected, string problem)
    {
        if (!TryTake(expected)) throw new FormatException(problem);
    }
}
