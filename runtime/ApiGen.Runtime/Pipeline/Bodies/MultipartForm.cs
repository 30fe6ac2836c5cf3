using System.Security.Cryptography;
using System.Text;

namespace ApiGen.Pipeline.Bodies;

/// <summary>
/// The parts of a multipart body (RFC 7578), as the arguments of a call give them: texts first, then files, because a
/// server that reads them one by one then knows what a file is for.
/// </summary>
internal sealed class MultipartForm
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private readonly List<MultipartPart> _texts = [];
    private readonly List<MultipartPart> _files = [];

    /// <summary>
    /// What stands between the parts: 190 bits of chance, which no content has in it but one that knows them.
    /// </summary>
    public string Boundary { get; } = RandomNumberGenerator.GetString(Letters, 32);

    /// <summary>How many bytes the body has, or null if nobody knows before its end.</summary>
    public long? Length => Parts.Aggregate((long?)Close.Length, (sum, part) => sum + part.Length);

    /// <summary>What ends the body.</summary>
    public byte[] Close => field ??= Encoding.ASCII.GetBytes($"--{Boundary}--\r\n");

    private IEnumerable<MultipartPart> Parts => _texts.Concat(_files);

    /// <summary>Adds a text.</summary>
    public void Add(string name, string text) => _texts.Add(MultipartPart.OfText(Boundary, name, text));

    /// <summary>Adds a file, whose length is from now on taken for granted.</summary>
    /// <exception cref="IOException">There is no such file.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be looked at.</exception>
    public void Add(string name, ApiFile file) => _files.Add(MultipartPart.OfFile(Boundary, name, file));

    /// <summary>Opens all files for one attempt: what can't be opened is known before anything is sent.</summary>
    /// <exception cref="BodyUnreadableException">One can't be.</exception>
    public OpenedForm Open()
    {
        var opened = new List<OpenedPart>();
        try
        {
            foreach (MultipartPart part in Parts) opened.Add(part.Open());
            return new OpenedForm(this, opened);
        }
        catch
        {
            opened.ForEach(part => part.Dispose());
            throw;
        }
    }
}
