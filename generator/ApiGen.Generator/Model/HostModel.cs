namespace ApiGen.Generator.Model;

/// <summary>A server of an API beside the one at its base.</summary>
internal sealed record HostModel
{
    /// <summary>Its name, a valid C# identifier.</summary>
    public required string Name { get; init; }

    public required string Address { get; init; }

    /// <summary>That address as a signature covers it; null if its host must be put in ASCII first.</summary>
    public required string? SignedOrigin { get; init; }
}
