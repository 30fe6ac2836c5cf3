namespace ApiGen.Pipeline.Bodies;

/// <summary>A stream of the program's, from where it stands to its end.</summary>
internal sealed class StreamSource : FileSource
{
    private readonly Stream _stream;
    private readonly long _start;
    private int _isOpen;
    private bool _isSpent;

    public StreamSource(Stream stream)
    {
        _stream = stream;
        _start = stream.CanSeek ? stream.Position : 0;
    }

    public override long? Measure() => _stream.CanSeek ? _stream.Length - _start : null;

    public override OpenedFile Open(string name)
    {
        // Two attempts that read in turns would send each half of it.
        if (Interlocked.Exchange(ref _isOpen, 1) == 1)
            throw new IOException("another call or attempt is reading its stream");
        try
        {
            if (_isSpent) throw new IOException("its stream was read for an earlier attempt, and can't be rewound");
            if (_stream.CanSeek) _stream.Position = _start;
            return new OpenedFile(name, _stream, Measure(), Close);
        }
        catch
        {
            Volatile.Write(ref _isOpen, 0);
            throw;
        }
    }

    private void Close(OpenedFile opened)
    {
        _isSpent = opened is { HasBegun: true, CanReread: false };
        Volatile.Write(ref _isOpen, 0);
    }
}
