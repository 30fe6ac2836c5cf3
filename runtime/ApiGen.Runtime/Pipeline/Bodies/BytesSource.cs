using System.Runtime.InteropServices;

namespace ApiGen.Pipeline.Bodies;

/// <summary>Bytes of the program.</summary>
internal sealed class BytesSource(ReadOnlyMemory<byte> content) : FileSource
{
    public override long? Measure() => content.Length;

    public override OpenedFile Open(string name)
    {
        ArraySegment<byte> bytes = MemoryMarshal.TryGetArray(content, out ArraySegment<byte> own)
            ? own
            : content.ToArray();
        var stream = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
        return new OpenedFile(name, stream, content.Length);
    }
}
