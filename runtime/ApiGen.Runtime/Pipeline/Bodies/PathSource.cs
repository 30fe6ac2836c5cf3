namespace ApiGen.Pipeline.Bodies;

/// <summary>A file of this machine.</summary>
internal sealed class PathSource(string path) : FileSource
{
    private static readonly FileStreamOptions Reading = new()
    {
        // Others may read it and delete it; where the system keeps to it, nobody may write to it.
        Share = FileShare.Read | FileShare.Delete,
        Options = FileOptions.Asynchronous | FileOptions.SequentialScan,

        // What reads it has a buffer of its own.
        BufferSize = 0,
    };

    public override long? Measure() => new FileInfo(path).Length;

    public override OpenedFile Open(string name)
    {
        var stream = new FileStream(path, Reading);
        return new OpenedFile(name, stream, stream.Length, _ => stream.Dispose());
    }
}
