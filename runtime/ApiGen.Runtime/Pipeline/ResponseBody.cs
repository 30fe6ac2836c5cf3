using System.Buffers;
using System.Text;
using ApiGen.Pipeline.Bodies;

namespace ApiGen.Pipeline;

/// <summary>A response's body, into which the connection copies what it has; and after it that of another.</summary>
internal sealed class ResponseBody : WriteOnlyStream
{
    private const int FirstCapacity = 8 * 1024;
    private const int LargestKept = 64 * 1024;

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

    /// <summary>Makes it ready for another body.</summary>
    public void Clear()
    {
        _length = 0;
        if (_buffer.Length > LargestKept) Take([]);
    }

    protected override void Dispose(bool disposing)
    {
        _length = 0;
        Take([]);
        base.Dispose(disposing);
    }

    private void Grow(int more)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(FirstCapacity, Math.Max(2 * _length, _length + more)));
        Bytes.CopyTo(larger);
        Take(larger);
    }

    private void Take(byte[] buffer)
    {
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = buffer;
    }
}
