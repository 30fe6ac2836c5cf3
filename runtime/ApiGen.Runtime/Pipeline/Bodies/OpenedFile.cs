using System.Buffers;

namespace ApiGen.Pipeline.Bodies;

/// <summary>A file as one attempt reads it: once to be sent, and once before that where a hash of it is signed.</summary>
/// <param name="name">Its name, for messages.</param>
/// <param name="stream">What is read, from where it stands.</param>
/// <param name="length">How many bytes that are, or null if nobody knows before their end.</param>
/// <param name="close">Lets go of it; null if there is nothing to do.</param>
internal sealed class OpenedFile(
    string name, Stream stream, long? length, Action<OpenedFile>? close = null) : IDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly long _start = stream.CanSeek ? stream.Position : 0;
    private Action<OpenedFile>? _close = close;

    /// <summary>How many bytes there are, or null if nobody knows before their end.</summary>
    public long? Length => length;

    /// <summary>Whether it can be read a second time.</summary>
    public bool CanReread => stream.CanSeek;

    /// <summary>Whether something of it was read.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Makes sure that it can be read a second time.</summary>
    /// <exception cref="BodyUnreadableException">It can't.</exception>
    public void RequireRereading()
    {
        if (!CanReread)
            throw new BodyUnreadableException(name, "a hash of it is signed before it is sent, and its stream can't be rewound");
    }

    /// <summary>Copies all of it.</summary>
    /// <exception cref="BodyUnreadableException">It can't be read, or ends before its length.</exception>
    public async Task CopyToAsync(Stream destination, CancellationToken cancellationToken)
    {
        HasBegun = true;
        if (stream.CanSeek) stream.Position = _start;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            // No more than was announced, though it may grow meanwhile.
            long left = length ?? long.MaxValue;
            while (left > 0)
            {
                int read = await ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), cancellationToken)
                    .ConfigureAwait(false);
                if (read == 0 && length is null) return;
                if (read == 0)
                    throw new BodyUnreadableException(name, $"it ended {left} bytes before its length of {length}");
                await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                left -= read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    public void Dispose() => Interlocked.Exchange(ref _close, null)?.Invoke(this);

    /// <summary>Reads; what goes wrong is told apart from a failure of the network that it is written to.</summary>
    private async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new BodyUnreadableException(name, exception.Message, exception);
        }
    }
}
