using System.Buffers;
using System.Text;

namespace ApiGen.Pipeline;

/// <summary>A response's body in a borrowed buffer.</summary>
internal sealed class ResponseBody : IDisposable
{
    private const int FirstCapacity = 8 * 1024;

    private byte[] _buffer;
    private int _length;

    /// <summary>A body of nothing.</summary>
    public ResponseBody() => _buffer = [];

    private ResponseBody(int capacity) => _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    public static async ValueTask<ResponseBody> ReadAsync(
        HttpResponseMessage response, CancellationToken cancellationToken)
    {
        // One byte more than announced, so that the end is seen without growing.
        long? announced = response.Content.Headers.ContentLength + 1;
        var body = new ResponseBody((int)Math.Clamp(announced ?? FirstCapacity, 1, Array.MaxLength));
        try
        {
            using Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            int read;
            while ((read = await stream.ReadAsync(body.Free(), cancellationToken).ConfigureAwait(false)) > 0)
                body._length += read;
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <summary>The body for a person to read.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Bytes);

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    private Memory<byte> Free()
    {
        if (_length == _buffer.Length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(2 * _buffer.Length);
            Bytes.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        return _buffer.AsMemory(_length);
    }
}
