namespace ApiGen.Generator.Tests.Schema;

/// <summary>A kind of mapping whose keys the binder checks.</summary>
internal sealed record KeyOwner(string Name)
{
    /// <summary>The keys that the binder takes.</summary>
    public SortedSet<string> Known { get; } = new(StringComparer.Ordinal);

    /// <summary>Those that a good case uses.</summary>
    public HashSet<string> UsedWell { get; } = [];

    /// <summary>Those that a bad case has a mistake in.</summary>
    public HashSet<string> UsedWrongly { get; } = [];
}
