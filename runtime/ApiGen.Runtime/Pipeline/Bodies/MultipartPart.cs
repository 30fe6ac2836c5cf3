using System.Globalization;
using System.Text;

namespace ApiGen.Pipeline.Bodies;

/// <summary>A part of a multipart body: a text or a file, and what is said of it.</summary>
internal sealed class MultipartPart
{
    private readonly byte[] _head;
    private readonly byte[] _text = [];
    private readonly ApiFile? _file;
    private readonly long? _length;

    private MultipartPart(string boundary, string name, string more, byte[] text)
        : this(boundary, name, more)
    {
        _text = text;
        _length = text.Length;
    }

    private MultipartPart(string boundary, string name, string more, ApiFile file)
        : this(boundary, name, more)
    {
        _file = file;
        _length = file.Source.Measure();
    }

    private MultipartPart(string boundary, string name, string more) => _head = Encoding.UTF8.GetBytes(
        $"--{boundary}\r\nContent-Disposition: form-data; name=\"{Quotable(name)}\"{more}\r\n\r\n");

    /// <summary>What ends each part.</summary>
    public static ReadOnlyMemory<byte> End { get; } = "\r\n"u8.ToArray();

    /// <summary>How many bytes it has with its head and end, or null if nobody knows before its end.</summary>
    public long? Length => _head.Length + _length + End.Length;

    // Without a type, which is text/plain (RFC 7578 §4.4), in UTF-8.
    public static MultipartPart OfText(string boundary, string name, string text) =>
        new(boundary, name, "", Encoding.UTF8.GetBytes(text));

    public static MultipartPart OfFile(string boundary, string name, ApiFile file) => new(
        boundary,
        name,
        $"; filename=\"{Quotable(file.Name)}\"\r\nContent-Type: {file.ContentType}",
        file);

    /// <summary>Opens the file, if it is one.</summary>
    /// <exception cref="BodyUnreadableException">It can't be opened, or isn't what it was when the call began.</exception>
    public OpenedPart Open()
    {
        if (_file is null) return new OpenedPart(_head, _text, null);
        OpenedFile? opened = null;
        try
        {
            opened = _file.Source.Open(_file.Name);
            if (opened.Length == _length) return new OpenedPart(_head, _text, opened);
            throw new IOException(string.Create(
                CultureInfo.InvariantCulture,
                $"it had {_length} bytes when the call began, and has {opened.Length}"));
        }
        catch (Exception exception)
        {
            opened?.Dispose();
            throw new BodyUnreadableException(_file.Name, exception.Message, exception);
        }
    }

    /// <summary>
    /// A name as it stands between quotes: in UTF-8, and what would end or misread the quotes percent-encoded (RFC 7578
    /// §2, §5.1), as browsers do it. The <c>filename*</c> of other headers isn't allowed (§4.2).
    /// </summary>
    private static string Quotable(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (char c in name)
        {
            if (c is '"' or '\\' || char.IsControl(c) && c < 0x80)
                text.Append(CultureInfo.InvariantCulture, $"%{(int)c:X2}");
            else
                text.Append(c);
        }

        return text.ToString();
    }
}
