namespace ApiGen.EndToEnd.Tests.Bodies;

/// <summary>A stream that can't seek and doesn't know its length; it may fail after some bytes.</summary>
internal sealed class OneWayStream(int fails, byte[] content) : Stream
{
    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_position >= fails && fails < content.Length) throw new IOException("The disk is on fire.");
        int read = Math.Min(Math.Min(count, 7_001), Math.Min(fails, content.Length) - _position);
        Array.Copy(content, _position, buffer, offset, read);
        _position += read;
        return read;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
