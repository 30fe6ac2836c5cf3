using System.Net.Http.Headers;
using ApiGen.Pipeline.Bodies;

namespace ApiGen;

/// <summary>
/// A file to send, as a part of a multipart body (RFC 7578). It is read while it is sent and never held whole, and read
/// anew for every attempt at a call: a redirect, a renewed token, a retry.
/// </summary>
/// <remarks>
/// A call looks at the file's length when it begins. A file that has another length at an attempt, or ends early while
/// it is sent, fails the call with an <see cref="ApiException"/>: no attempt sends another content than the first.
/// </remarks>
public sealed class ApiFile
{
    private const string AnyType = "application/octet-stream";

    private ApiFile(FileSource source, string name, string? contentType)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        contentType ??= AnyType;
        if (!MediaTypeHeaderValue.TryParse(contentType, out _))
            throw new ArgumentException($"'{contentType}' is not a media type, as image/png is.", nameof(contentType));
        Source = source;
        Name = name;
        ContentType = contentType;
    }

    /// <summary>The name that the server is told.</summary>
    /// <remarks>
    /// It is sent in UTF-8; quotes, backslashes and control characters in it are percent-encoded (RFC 7578 §2).
    /// </remarks>
    public string Name { get; }

    /// <summary>The media type that the server is told.</summary>
    public string ContentType { get; }

    /// <summary>What is read.</summary>
    internal FileSource Source { get; }

    /// <summary>Sends bytes of this program.</summary>
    /// <param name="content">The bytes. They aren't copied: leave them as they are until the call is over.</param>
    /// <param name="name">The name that the server is told.</param>
    /// <param name="contentType">The media type; null for <c>application/octet-stream</c>.</param>
    /// <exception cref="ArgumentException">The name is empty, or the media type isn't one.</exception>
    public static ApiFile FromBytes(ReadOnlyMemory<byte> content, string name, string? contentType = null) =>
        new(new BytesSource(content), name, contentType);

    /// <summary>Sends a file of this machine. It is opened for each attempt, and others may read it meanwhile.</summary>
    /// <param name="path">Where it lies; a relative path is taken from the present directory.</param>
    /// <param name="name">The name that the server is told; null for the last part of the path.</param>
    /// <param name="contentType">The media type; null for <c>application/octet-stream</c>.</param>
    /// <exception cref="ArgumentException">
    /// The path is empty or has no last part, or the media type isn't one.
    /// </exception>
    public static ApiFile FromPath(string path, string? name = null, string? contentType = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(new PathSource(Path.GetFullPath(path)), name ?? Path.GetFileName(path), contentType);
    }

    /// <summary>Sends what a stream has from its present position to its end.</summary>
    /// <param name="content">
    /// The stream. It stays open, and is the caller's to dispose of when the call is over. One that can't seek is good
    /// for one attempt: another, or a hash of the body, fails the call. One call at a time may read it.
    /// </param>
    /// <param name="name">The name that the server is told.</param>
    /// <param name="contentType">The media type; null for <c>application/octet-stream</c>.</param>
    /// <exception cref="ArgumentException">
    /// The name is empty, the media type isn't one, or the stream can't be read.
    /// </exception>
    public static ApiFile FromStream(Stream content, string name, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!content.CanRead) throw new ArgumentException("The stream can't be read.", nameof(content));
        return new(new StreamSource(content), name, contentType);
    }

    /// <summary>Names the file and its type.</summary>
    public override string ToString() => $"{Name} ({ContentType})";
}
