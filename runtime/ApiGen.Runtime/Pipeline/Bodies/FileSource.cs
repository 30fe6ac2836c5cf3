namespace ApiGen.Pipeline.Bodies;

/// <summary>Where the content of a file comes from.</summary>
internal abstract class FileSource
{
    /// <summary>How many bytes there are at present, or null if nobody knows before their end.</summary>
    /// <exception cref="IOException">There is nothing to read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be looked at.</exception>
    public abstract long? Measure();

    /// <summary>Opens it for one attempt.</summary>
    /// <param name="name">The file's name, for messages.</param>
    /// <exception cref="IOException">It can't be read, or not at this moment.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public abstract OpenedFile Open(string name);
}
