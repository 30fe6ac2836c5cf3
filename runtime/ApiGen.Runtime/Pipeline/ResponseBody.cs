using System.Buffers;
using System.Text;
using ApiGen.Pipeline.Bodies;

namespace ApiGen.Pipeline;

/// <summary>A response's body in a borrowed buffer, into which the connection copies what it has.</summary>
internal sealed class ResponseBody : WriteOnlyStream
{
    private const int FirstCapacity = 8 * 1024;

    private byte[] _buffer = [];
    private int _length;

    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (buffer.Length > _buffer.Length - _length) Grow(buffer.Length);
        buffer.CopyTo(_buffer.AsSpan(_length));
        _length += buffer.Length;
    }

    /// <summary>The body for a person to read.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Bytes);

    protected override void Dispose(bool disposing)
    {
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
        base.Dispose(disposing);
    }

    private void Grow(int more)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(FirstCapacity, Math.Max(2 * _length, _length + more)));
        Bytes.CopyTo(larger);
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
